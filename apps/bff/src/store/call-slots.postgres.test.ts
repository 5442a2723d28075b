import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { CallSlots } from '../connect/call-slots.ts'
import type { Store } from './store.ts'
import { openTestStore } from './testing/open-test-store.ts'

/** So slow that none comes back while a test runs: the database's own clock counts. */
const QUOTA = { ratePerSecond: 0.02, burst: 5 }
const INTERVAL_MS = 50_000

function slotsOf({ callSlots }: Store): CallSlots {
  if (!callSlots) throw new Error('This store has no slots.')
  return callSlots
}

/** As if so much time had gone by. */
async function letPass({ database }: Store, milliseconds: number): Promise<void> {
  await sql`update call_slots set full_at = full_at - ${milliseconds}::float8`.execute(database)
}

async function takeMany(stores: readonly Store[], count: number, quota = QUOTA): Promise<number[]> {
  const tries = Array.from({ length: count }, async (_unused, at) =>
    slotsOf(stores[at % stores.length]!).tryTake('DescribeUser', quota),
  )
  return Promise.all(tries)
}

const taken = (waits: readonly number[]) => waits.filter((wait) => wait === 0).length

describe('shared call slots', () => {
  it('are as many as the burst, and then one for each interval', async () => {
    await using store = await openTestStore()
    const waits = await takeMany([store], 8)
    expect(taken(waits)).toBe(5)
    for (const wait of waits.filter((one) => one > 0)) expect(wait).toBeGreaterThan(0.5 * INTERVAL_MS)
    expect(Math.max(...waits)).toBeLessThanOrEqual(INTERVAL_MS)
    await letPass(store, INTERVAL_MS)
    expect(taken(await takeMany([store], 3))).toBe(1)
  })

  it('are there when the time that was told is over, and not before', async () => {
    await using store = await openTestStore()
    await takeMany([store], 5)
    const wait = await slotsOf(store).tryTake('DescribeUser', QUOTA)
    expect(wait).toBeGreaterThan(0.5 * INTERVAL_MS)
    await letPass(store, wait - 0.5 * INTERVAL_MS)
    expect(await slotsOf(store).tryTake('DescribeUser', QUOTA)).toBeGreaterThan(0)
    await letPass(store, 0.5 * INTERVAL_MS)
    expect(await slotsOf(store).tryTake('DescribeUser', QUOTA)).toBe(0)
  })

  it('are never more than the burst, however long nobody called', async () => {
    await using store = await openTestStore()
    await takeMany([store], 5)
    await letPass(store, 3_600_000)
    expect(taken(await takeMany([store], 20))).toBe(5)
  })

  it('are the same for all replicas, also at the same moment', async () => {
    await using store = await openTestStore()
    const replicas = [store, await store.openReplica(), await store.openReplica()]
    expect(taken(await takeMany(replicas, 60))).toBe(5)
  })

  it('are counted for each operation alone', async () => {
    await using store = await openTestStore()
    await takeMany([store], 6)
    expect(await slotsOf(store).tryTake('SearchUsers', QUOTA)).toBe(0)
  })

  it('follow a quota that was raised, as soon as what was taken before has come back', async () => {
    await using store = await openTestStore()
    expect(taken(await takeMany([store], 6))).toBe(5)
    await letPass(store, 5 * INTERVAL_MS)
    expect(taken(await takeMany([store], 30, { ratePerSecond: 0.2, burst: 20 }))).toBe(20)
  })
})
