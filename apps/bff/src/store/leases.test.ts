import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Store } from './store.ts'
import { openTestStore } from './testing/open-test-store.ts'

/** As if so much time had gone by, on whichever clock counts. */
async function letPass({ database }: Store, milliseconds: number): Promise<void> {
  await database
    .updateTable('leases')
    .set({ held_until: sql<number>`held_until - cast(${milliseconds} as bigint)` })
    .execute()
}

describe('a lease', () => {
  it('is held by one, who may keep it for longer', async () => {
    await using store = await openTestStore()
    expect(await store.leases.take('sweep', 'one', 60_000)).toBe(true)
    expect(await store.leases.take('sweep', 'another', 60_000)).toBe(false)
    await letPass(store, 50_000)
    expect(await store.leases.take('sweep', 'one', 60_000)).toBe(true)
    await letPass(store, 50_000)
    expect(await store.leases.take('sweep', 'another', 60_000)).toBe(false)
  })

  it('of one work says nothing about another', async () => {
    await using store = await openTestStore()
    expect(await store.leases.take('sweep', 'one', 60_000)).toBe(true)
    expect(await store.leases.take('confirm', 'another', 60_000)).toBe(true)
  })

  it('is free again when it is over, and when it is given back', async () => {
    await using store = await openTestStore()
    await store.leases.take('sweep', 'one', 60_000)
    await letPass(store, 60_000)
    expect(await store.leases.take('sweep', 'another', 60_000)).toBe(true)
    // Whoever lost it cannot give away what is someone else's now.
    await store.leases.release('sweep', 'one')
    expect(await store.leases.take('sweep', 'one', 60_000)).toBe(false)
    await store.leases.release('sweep', 'another')
    expect(await store.leases.take('sweep', 'one', 60_000)).toBe(true)
  })

  it('has one winner among many who want it at the same moment', async () => {
    await using store = await openTestStore()
    const replica = await store.openReplica()
    const wanting = Array.from({ length: 20 }, (_unused, at) =>
      (at % 2 === 0 ? store : replica).leases.take('sweep', `holder ${at}`, 60_000),
    )
    expect((await Promise.all(wanting)).filter(Boolean)).toHaveLength(1)
  })
})
