import { describe, expect, test } from 'vitest'
import { createConnectDoor } from '../connect-door.ts'
import { openDoor } from '../testing/open-door.ts'
import { PEOPLE_KEEP_MS } from './directory.ts'
import { listPeople, somebody } from './testing/everybody.ts'

/** A world with a clock that the test moves, and a second door on the same store, as another replica has it. */
async function openTwo() {
  let time = Date.UTC(2026, 10, 21)
  const now = () => new Date(time)
  const world = await openDoor({ now })
  const { store, log, emulator } = world
  const other = createConnectDoor({
    region: 'us-east-1',
    endpoint: emulator.url,
    allowedInstances: 'all',
    store,
    now,
    log,
    pace: 'off',
  })
  const { directory } = await other.requireInstance(world.instance.info.alias)
  return {
    ...world,
    first: world.instance.directory,
    second: directory,
    pass: (milliseconds: number) => void (time += milliseconds),
    async [Symbol.asyncDispose]() {
      await other.close()
      await world[Symbol.asyncDispose]()
    },
  }
}

describe('two replicas', () => {
  test('read an instance once, and both have it', async () => {
    await using world = await openTwo()
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: 200, count: 1 })
    const [one, other] = await Promise.all([listPeople(world.first), listPeople(world.second)])
    expect(one.items).toEqual(other.items)
    expect(world.calls('SearchUsers')).toHaveLength(1)
  })

  test('what one of them wrote is there at the other at once', async () => {
    await using world = await openTwo()
    const { id } = await somebody(world.first)
    await listPeople(world.second)
    await world.first.ownUsers.remove(id)
    expect((await listPeople(world.second)).total).toBe(11)
  })

  test('a failure of one is told by the other', async () => {
    await using world = await openTwo()
    await listPeople(world.first)
    world.pass(PEOPLE_KEEP_MS)
    world.emulator.setFault({ operation: 'SearchUsers', error: 'AccessDeniedException' })
    await expect(listPeople(world.first, { fresh: true })).rejects.toMatchObject({ code: 'connect.access_denied' })
    expect((await listPeople(world.second)).state.problem?.code).toBe('connect.access_denied')
  })
})

test('what a process that died in the middle of a reading left behind is cleared by the next, once its lease has run out', async () => {
  await using world = await openTwo()
  const { database, leases } = world.store
  await listPeople(world.first)
  const lease = `directory/${world.instanceId}/people`
  expect(await leases.take(lease, 'the one that died', 200)).toBe(true)
  const left = { instance_id: world.instanceId, sweep: 'unfinished', id: 'ghost', summary: '{}' }
  await database.insertInto('directory_staged_users').values(left).execute()
  const fresh = listPeople(world.first, { fresh: true })
  await expect
    .poll(() => {
      world.pass(100)
      return world.calls('SearchUsers')
    })
    .toHaveLength(2)
  expect((await fresh).total).toBe(12)
  expect(await database.selectFrom('directory_staged_users').selectAll().execute()).toEqual([])
})
