import {
  CreateSecurityProfileCommand,
  DeleteUserCommand,
  UpdateUserConfigCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserPhoneConfigCommand,
} from '@aws-sdk/client-connect'
import { describe, expect, test } from 'vitest'
import { openDoor, type OpenDoor, type OpenDoorOptions } from '../testing/open-door.ts'
import { describeUser } from '../users/describe-user.ts'
import { NAMES_KEEP_MS, PEOPLE_KEEP_MS } from './directory.ts'
import { listPeople, somebody } from './testing/everybody.ts'

/** Until the faults are cleared. */
const HELD_MS = 15_000

/** A world whose clock the test moves. */
async function openTimed(options: OpenDoorOptions = {}) {
  let time = Date.UTC(2026, 10, 21)
  const world = await openDoor({ ...options, now: () => new Date(time) })
  return {
    ...world,
    directory: world.instance.directory,
    now: () => new Date(time),
    pass: (milliseconds: number) => void (time += milliseconds),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function renameElsewhere({ otherTool, instanceId }: OpenDoor, id: string, lastName: string) {
  const IdentityInfo = { FirstName: 'New', LastName: lastName }
  await otherTool.send(new UpdateUserIdentityInfoCommand({ InstanceId: instanceId, UserId: id, IdentityInfo }))
}

describe('people', () => {
  test('all of them, by ceil(N / 500) searches and no describes', async () => {
    await using world = await openDoor({ spec: { users: 1_001 } })
    const { directory } = world.instance
    const pages = [1, 2, 3].map((page) => listPeople(directory, { query: { page } }))
    const people = (await Promise.all(pages)).flatMap(({ items }) => items)
    expect(new Set(people.map(({ id }) => id)).size).toBe(1_001)
    expect(world.calls('SearchUsers')).toEqual(['SearchUsers 200', 'SearchUsers 200', 'SearchUsers 200'])
    expect(world.calls('DescribeUser')).toEqual([])
  })

  test('after-contact work in seconds, as the describe tells it, though the search says milliseconds', async () => {
    await using world = await openDoor()
    const { directory } = world.instance
    const { id } = await somebody(directory)
    const command = new UpdateUserPhoneConfigCommand({
      InstanceId: world.instanceId,
      UserId: id,
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 95 },
    })
    await world.otherTool.send(command)
    const { items } = await listPeople(directory, { fresh: true })
    const found = items.find((person) => person.id === id)
    expect(found?.phone.afterContactWorkSeconds).toBe(95)
    const described = await describeUser(world.instance, id, {})
    expect(found).toMatchObject({ username: described.username, phone: described.phone, tags: described.tags })
  })

  test('a page that fails midway at the very first is an error, and the next read is whole', async () => {
    await using world = await openDoor({ spec: { users: 1_200 }, hits: [false, true] })
    world.emulator.setFault({ operation: 'SearchUsers', error: 'InvalidRequestException', rate: 0.5, count: 1 })
    const { directory } = world.instance
    await expect(listPeople(directory)).rejects.toMatchObject({ code: 'connect.refused' })
    expect(world.calls('SearchUsers')).toEqual(['SearchUsers 200', 'SearchUsers 400'])
    expect((await listPeople(directory)).total).toBe(1_200)
  })

  test('later on, the last complete reading stays in place, and says what went wrong', async () => {
    await using world = await openTimed({ spec: { users: 1_200 } })
    const { directory } = world
    const before = await listPeople(directory)
    await renameElsewhere(world, before.items[0]?.id ?? '', 'Changed')
    world.hitNext([false, true])
    world.emulator.setFault({ operation: 'SearchUsers', error: 'InvalidRequestException', rate: 0.5, count: 1 })
    world.pass(PEOPLE_KEEP_MS)
    await expect(listPeople(directory, { fresh: true })).rejects.toMatchObject({ code: 'connect.refused' })
    const after = await listPeople(directory)
    expect(after.items).toEqual(before.items)
    expect(after).toMatchObject({
      total: 1_200,
      state: { asOf: before.state.asOf, problem: { code: 'connect.refused', at: world.now() } },
    })
    const whole = await listPeople(directory, { fresh: true })
    expect(whole.state).toMatchObject({ asOf: world.now(), problem: null })
    expect(whole.items[0]?.identity.lastName).toBe('Changed')
  })

  test('are read again behind the scenes when they are half a minute old, and somebody looks', async () => {
    await using world = await openTimed()
    const { directory } = world
    const first = await listPeople(directory)
    expect(first.state).toMatchObject({ asOf: world.now(), refreshing: false })
    world.pass(PEOPLE_KEEP_MS - 1)
    expect((await listPeople(directory)).state).toMatchObject({ asOf: first.state.asOf, refreshing: false })
    world.pass(1)
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: HELD_MS })
    expect((await listPeople(directory)).state).toEqual({ asOf: first.state.asOf, refreshing: true, problem: null })
    world.emulator.clearFaults()
    await expect.poll(async () => (await listPeople(directory)).state.asOf).toEqual(world.now())
    expect(world.calls('SearchUsers')).toHaveLength(2)
    world.pass(10 * PEOPLE_KEEP_MS)
    expect(world.calls('SearchUsers')).toHaveLength(2)
  })

  test.each([
    { minutes: 1, kept: 4 },
    { minutes: 30, kept: 40 },
  ])('whose reading took $minutes min are not read again before $kept min are over', async ({ minutes, kept }) => {
    await using world = await openTimed({ spec: { users: 501 }, hits: [false, true] })
    const { directory } = world
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: HELD_MS, rate: 0.5 })
    const first = listPeople(directory)
    // The second page is on its way.
    await expect.poll(() => world.calls('SearchUsers')).toHaveLength(1)
    world.pass(minutes * 60_000)
    world.emulator.clearFaults()
    expect((await first).state).toMatchObject({ refreshing: false })
    world.pass((kept - minutes) * 60_000 - 1)
    expect((await listPeople(directory)).state.refreshing).toBe(false)
    world.pass(1)
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: HELD_MS })
    expect((await listPeople(directory)).state.refreshing).toBe(true)
    world.emulator.clearFaults()
    // It counts a moment before it has ended.
    const ended = { asOf: world.now(), refreshing: false, problem: null }
    await expect.poll(async () => (await listPeople(directory)).state).toEqual(ended)
    world.pass(PEOPLE_KEEP_MS - 1)
    expect((await listPeople(directory)).state.refreshing).toBe(false)
  })

  test('a try that failed is not made again at once for who does not wait', async () => {
    await using world = await openTimed()
    const { directory } = world
    await listPeople(directory)
    world.emulator.setFault({ operation: 'SearchUsers', error: 'AccessDeniedException' })
    world.pass(PEOPLE_KEEP_MS)
    await listPeople(directory)
    await expect.poll(async () => (await listPeople(directory)).state.problem).not.toBeNull()
    const asked = world.calls('SearchUsers').length
    for (let n = 0; n < 5; n += 1) expect((await listPeople(directory)).state.refreshing).toBe(false)
    expect(world.calls('SearchUsers')).toHaveLength(asked)
    world.pass(10_000)
    await listPeople(directory)
    await expect.poll(() => world.calls('SearchUsers')).toHaveLength(asked + 1)
  })

  test('read fresh by many at once are read once, by a reading that began after they asked', async () => {
    await using world = await openDoor()
    const { directory } = world.instance
    const { id } = await somebody(directory)
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: 100, count: 1 })
    const early = listPeople(directory, { fresh: true })
    await expect.poll(() => world.calls('SearchUsers')).toHaveLength(1)
    await renameElsewhere(world, id, 'Changed')
    const fresh = await Promise.all(Array.from({ length: 10 }, () => listPeople(directory, { fresh: true })))
    for (const { items } of fresh) expect(items[0]?.identity.lastName).toBe('Changed')
    await early
    expect(world.calls('SearchUsers')).toHaveLength(3)
  })

  test('one reader who leaves does not take the answer from the others', async () => {
    await using world = await openDoor()
    const { directory } = world.instance
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: 100 })
    const leaving = new AbortController()
    const left = listPeople(directory, { signal: leaving.signal })
    const stays = listPeople(directory)
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    expect((await stays).total).toBe(12)
  })

  test('when all have left, the next one starts anew, and nothing is said to have failed', async () => {
    await using world = await openDoor()
    const { directory } = world.instance
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: 100, count: 1 })
    const leaving = new AbortController()
    const left = listPeople(directory, { signal: leaving.signal })
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    expect(await listPeople(directory)).toMatchObject({ total: 12, state: { problem: null } })
  })
})

describe('what others changed', () => {
  test('shows as changed, and only that, for a day', async () => {
    await using world = await openTimed()
    const { directory } = world
    const { items } = await listPeople(directory)
    expect(items.every(({ changedAt, pending }) => changedAt === null && !pending)).toBe(true)
    const [one, two] = items
    await renameElsewhere(world, one?.id ?? '', 'Changed')
    await world.otherTool.send(new DeleteUserCommand({ InstanceId: world.instanceId, UserId: two?.id }))
    world.pass(60_000)
    const changedAt = world.now().toISOString()
    const after = await listPeople(directory, { fresh: true })
    expect(after.total).toBe(11)
    expect(after.items.filter((row) => row.changedAt !== null)).toMatchObject([{ id: one?.id, changedAt }])
    const filter = [{ property: 'changed', operator: '=', value: 'true' } as const]
    expect(await listPeople(directory, { query: { filter } })).toMatchObject({ total: 1, items: [{ id: one?.id }] })
    const sorted = await listPeople(directory, { query: { sort: 'changed', order: 'desc' } })
    expect(sorted.items[0]?.id).toBe(one?.id)
    await listPeople(directory, { fresh: true })
    world.pass(24 * 3_600_000 + 60_000)
    expect((await listPeople(directory)).items.every((row) => row.changedAt === null)).toBe(true)
  })
})

describe('names', () => {
  test('that cannot be read again are the last known ones', async () => {
    await using world = await openTimed()
    const { directory } = world
    const names = await directory.readNames([], {})
    expect(names.securityProfiles.size).toBeGreaterThan(0)
    world.pass(NAMES_KEEP_MS)
    world.emulator.setFault({ operation: '*', error: 'AccessDeniedException' })
    expect(await directory.readNames([], {})).toEqual(names)
    const unknown = { routingProfileId: null, hierarchyGroupId: null, securityProfileIds: ['new'] }
    expect(await directory.readNames([unknown], {})).toEqual(names)
  })

  test('that were never read are an error, not an empty list', async () => {
    await using world = await openDoor()
    world.emulator.setFault({ operation: 'ListRoutingProfiles', error: 'AccessDeniedException' })
    await expect(world.instance.directory.readNames([], {})).rejects.toMatchObject({ code: 'connect.access_denied' })
  })

  test('of what is newer than they are: read again, but not all the time', async () => {
    await using world = await openTimed()
    const { directory } = world
    await directory.readNames([], {})
    const { SecurityProfileId: id = '' } = await world.otherTool.send(
      new CreateSecurityProfileCommand({ InstanceId: world.instanceId, SecurityProfileName: 'Brand new' }),
    )
    const holder = { routingProfileId: null, hierarchyGroupId: null, securityProfileIds: [id] }
    expect((await directory.readNames([holder], {})).securityProfiles.has(id)).toBe(false)
    world.pass(10_000)
    expect((await directory.readNames([holder], {})).securityProfiles.get(id)).toBe('Brand new')
    expect(world.calls('ListSecurityProfiles')).toHaveLength(2)
    expect(world.calls('ListRoutingProfiles')).toHaveLength(1)
  })
})

describe('groups', () => {
  test('with parent and path, as deep as they are', async () => {
    await using world = await openDoor({ spec: { hierarchyGroups: 180 } })
    const { levels, groups } = await world.instance.directory.readHierarchy({ scope: 'all' })
    expect(levels.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(groups).toHaveLength(180)
    const byId = new Map(groups.map((group) => [group.id, group]))
    for (const { path, parentId, levelId } of groups) {
      expect(path.at(-2)?.id ?? null).toBe(parentId)
      expect(levels[path.length - 1]?.id).toBe(levelId)
      for (const [at, step] of path.entries()) expect(byId.get(step.id)?.path).toHaveLength(at + 1)
    }
    expect(world.calls('SearchUserHierarchyGroups')).toHaveLength(2)
  })

  test('an instance without levels has none, and that is no error', async () => {
    await using world = await openDoor({ spec: { hierarchyGroups: 0, users: 3 } })
    const { levels, groups } = await world.instance.directory.readHierarchy({ scope: 'all' })
    expect([levels, groups]).toEqual([[], []])
  })
})

test('a describe tells the settings of each channel, null where Connect has none', async () => {
  await using world = await openDoor()
  const { id } = await somebody(world.instance.directory)
  await world.otherTool.send(
    new UpdateUserConfigCommand({
      InstanceId: world.instanceId,
      UserId: id,
      AutoAcceptConfigs: [{ Channel: 'CHAT', AutoAccept: true }],
      AfterContactWorkConfigs: [{ Channel: 'CHAT', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 7 } }],
      VoiceEnhancementConfigs: [{ Channel: 'VOICE', VoiceEnhancementMode: 'VOICE_ISOLATION' }],
    }),
  )
  const { channels } = await describeUser(world.instance, id, {})
  expect(channels.map(({ channel }) => channel)).toEqual(['VOICE', 'CHAT', 'TASK', 'EMAIL'])
  expect(channels.find(({ channel }) => channel === 'CHAT')).toEqual({
    channel: 'CHAT',
    autoAccept: true,
    agentFirstCallbackAutoAccept: null,
    afterContactWorkSeconds: 7,
    agentFirstCallbackAfterContactWorkSeconds: null,
    phoneType: null,
    phoneNumber: null,
    persistentConnection: null,
    voiceEnhancementMode: null,
  })
  expect(channels[0]).toMatchObject({ channel: 'VOICE', voiceEnhancementMode: 'VOICE_ISOLATION' })
})
