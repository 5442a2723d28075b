import { ListUsersCommand, UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import { describe, expect, test } from 'vitest'
import { openDoor } from '../testing/open-door.ts'
import { describeUser } from '../users/describe-user.ts'
import { summaryOf, type UserSummary } from '../users/user-settings.ts'
import { listPeople, somebody } from './testing/everybody.ts'

const MINUTE_MS = 60_000

/** A world with a clock that the test moves, and somebody in it as the search tells them. */
async function openWithSomebody() {
  let time = Date.UTC(2026, 10, 21)
  const world = await openDoor({ now: () => new Date(time) })
  const { directory } = world.instance
  const { id } = await somebody(directory)
  const found = summaryOf(await describeUser(world.instance, id, {}))
  const withWork = (afterContactWorkSeconds: number): UserSummary => ({
    ...found,
    phone: { ...found.phone, phoneType: 'SOFT_PHONE', deskPhoneNumber: null, afterContactWorkSeconds },
  })
  return {
    ...world,
    directory,
    id,
    found,
    withWork,
    pass: (milliseconds: number) => void (time += milliseconds),
    now: () => new Date(time),
    /** What the list has of them. */
    async row(fresh = false) {
      const { items } = await listPeople(directory, { fresh })
      return items.find((one) => one.id === id)
    },
    /** Now Connect's search tells it so. */
    async writeInConnect(seconds: number) {
      const { autoAccept } = found.phone
      const PhoneConfig = {
        PhoneType: 'SOFT_PHONE',
        AutoAccept: autoAccept,
        AfterContactWorkTimeLimit: seconds,
      } as const
      await world.otherTool.send(
        new UpdateUserPhoneConfigCommand({ InstanceId: world.instanceId, UserId: id, PhoneConfig }),
      )
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

describe('what was written through Patchbay', () => {
  test('is there at once, pending until a search agrees, and never said to be changed by others', async () => {
    await using world = await openWithSomebody()
    await world.directory.ownUsers.put(world.withWork(77))
    expect(await world.row()).toMatchObject({ pending: true, changedAt: null, phone: { afterContactWorkSeconds: 77 } })
    expect(await world.row(true)).toMatchObject({ pending: true, phone: { afterContactWorkSeconds: 77 } })
    await world.writeInConnect(77)
    expect(await world.row(true)).toMatchObject({
      pending: false,
      changedAt: null,
      phone: { afterContactWorkSeconds: 77 },
    })
  })

  test('outranks a lagging search for two minutes; then the search wins, and says changed', async () => {
    await using world = await openWithSomebody()
    await world.directory.ownUsers.put(world.withWork(77))
    world.pass(2 * MINUTE_MS)
    expect(await world.row(true)).toMatchObject({ pending: true, phone: { afterContactWorkSeconds: 77 } })
    world.pass(1)
    const { afterContactWorkSeconds } = world.found.phone
    expect(await world.row(true)).toMatchObject({
      pending: false,
      changedAt: world.now().toISOString(),
      phone: { afterContactWorkSeconds },
    })
  })

  test('is in order, filter and counts at once', async () => {
    await using world = await openWithSomebody()
    const identity = { firstName: 'Ǻsa', lastName: '0' }
    await world.directory.ownUsers.put({ ...world.found, identity, tags: { Shift: 'late' }, hierarchyGroupId: null })
    const first = await listPeople(world.directory, { query: { sort: 'lastName' } })
    expect(first.items[0]).toMatchObject({ id: world.id, identity })
    for (const filter of [
      { property: 'pending', operator: '=', value: 'true' },
      { property: 'tag', operator: '=', value: 'shift=LATE' },
      { property: 'firstName', operator: '^', value: 'as' },
    ] as const) {
      const { items, total } = await listPeople(world.directory, { query: { filter: [filter] } })
      expect([total, items[0]?.id]).toEqual([1, world.id])
    }
  })

  test('a new one is there at once, and stays while no search finds it', async () => {
    await using world = await openWithSomebody()
    await world.directory.ownUsers.put({ ...world.found, id: 'brand-new', username: 'brand.new' })
    expect((await listPeople(world.directory, { fresh: true })).total).toBe(13)
    world.pass(2 * MINUTE_MS + 1)
    expect((await listPeople(world.directory, { fresh: true })).total).toBe(12)
  })

  test('a deleted one is gone at once from list, counts and profiles, while the search still finds it', async () => {
    await using world = await openWithSomebody()
    await world.directory.ownUsers.remove(world.id)
    expect(await world.row()).toBeUndefined()
    expect((await listPeople(world.directory, { fresh: true })).total).toBe(11)
    const { people } = await world.directory.readHierarchy({ scope: 'all' })
    expect(people.total).toBe(11)
    expect(await world.directory.findUser(world.id, { scope: 'all' })).toBeUndefined()
    world.pass(2 * MINUTE_MS + 1)
    expect(await world.row(true)).toMatchObject({ changedAt: world.now().toISOString() })
  })

  test('one deleted before anybody was read is not shown by a search that lags', async () => {
    await using world = await openDoor()
    const { UserSummaryList = [] } = await world.otherTool.send(new ListUsersCommand({ InstanceId: world.instanceId }))
    await world.instance.directory.ownUsers.remove(UserSummaryList[0]?.Id ?? '')
    expect((await listPeople(world.instance.directory)).total).toBe(11)
  })

  test('is corrected by a read that began later, not by an earlier one, and no read makes one', async () => {
    await using world = await openWithSomebody()
    const before = world.now()
    world.pass(1_000)
    await world.directory.ownUsers.correct(world.withWork(5), world.now())
    expect((await world.row())?.phone).toEqual(world.found.phone)
    await world.directory.ownUsers.put(world.withWork(77))
    await world.directory.ownUsers.correct(world.withWork(6), before)
    expect((await world.row())?.phone.afterContactWorkSeconds).toBe(77)
    world.pass(1_000)
    await world.directory.ownUsers.correct(world.withWork(8), world.now())
    expect(await world.row()).toMatchObject({ pending: true, phone: { afterContactWorkSeconds: 8 } })
  })
})
