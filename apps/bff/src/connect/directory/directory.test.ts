import { UpdateUserConfigCommand, UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import { describe, expect, test } from 'vitest'
import { openDoor } from '../testing/open-door.ts'
import { describeUser } from '../users/describe-user.ts'
import { summaryOf } from '../users/user-settings.ts'
import { NAMES_KEEP_MS, PEOPLE_KEEP_MS } from './directory.ts'

/** A clock that tests move. */
function clock() {
  let now = Date.UTC(2026, 10, 21)
  return { now: () => new Date(now), pass: (milliseconds: number) => void (now += milliseconds) }
}

describe('people', () => {
  test('all of them, by ceil(N / 500) searches and no describes', async () => {
    await using world = await openDoor({ spec: { users: 1_001 } })
    const { value } = await world.instance.directory.readPeople()
    expect(new Set(value.map(({ id }) => id)).size).toBe(1_001)
    expect(world.calls()).toEqual(['SearchUsers 200', 'SearchUsers 200', 'SearchUsers 200'])
  })

  test('after-contact work in seconds, as the describe tells it, though the search says milliseconds', async () => {
    await using world = await openDoor()
    const { directory } = world.instance
    const id = (await directory.readPeople()).value[3]?.id ?? ''
    const command = new UpdateUserPhoneConfigCommand({
      InstanceId: world.instanceId,
      UserId: id,
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: 95 },
    })
    await world.otherTool.send(command)
    const found = (await directory.readPeople({ maxAgeMs: 0 })).value.find((person) => person.id === id)
    expect(found?.phone.afterContactWorkSeconds).toBe(95)
    const described = await describeUser(world.instance, id, {})
    expect(found).toEqual(summaryOf(described))
  })

  test('a page that fails midway fails the whole, and the next read is whole again', async () => {
    await using world = await openDoor({ spec: { users: 1_200 }, hits: [false, true] })
    world.emulator.setFault({ operation: 'SearchUsers', error: 'InvalidRequestException', rate: 0.5, count: 1 })
    await expect(world.instance.directory.readPeople()).rejects.toMatchObject({ code: 'connect.refused' })
    expect(world.calls('SearchUsers')).toEqual(['SearchUsers 200', 'SearchUsers 400'])
    expect((await world.instance.directory.readPeople()).value).toHaveLength(1_200)
  })

  test('are kept for half a minute, with the moment they were asked for', async () => {
    const time = clock()
    await using world = await openDoor({ now: time.now })
    const { directory } = world.instance
    const first = await directory.readPeople()
    expect(first.asOf).toEqual(time.now())
    time.pass(PEOPLE_KEEP_MS - 1)
    expect((await directory.readPeople()).asOf).toEqual(first.asOf)
    time.pass(1)
    expect((await directory.readPeople()).asOf).toEqual(time.now())
    expect(world.calls('SearchUsers')).toHaveLength(2)
  })

  test('equal reads at the same time share one call', async () => {
    await using world = await openDoor()
    const readings = await Promise.all(Array.from({ length: 10 }, () => world.instance.directory.readPeople()))
    expect(new Set(readings.map(({ value }) => value)).size).toBe(1)
    expect(world.calls('SearchUsers')).toHaveLength(1)
  })

  test('one reader who leaves does not take the answer from the others', async () => {
    await using world = await openDoor()
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: 100 })
    const leaving = new AbortController()
    const left = world.instance.directory.readPeople({ signal: leaving.signal })
    const stays = world.instance.directory.readPeople()
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    expect((await stays).value).toHaveLength(12)
  })

  test('when all have left, the next one starts anew', async () => {
    await using world = await openDoor()
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: 100, count: 1 })
    const leaving = new AbortController()
    const left = world.instance.directory.readPeople({ signal: leaving.signal })
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    expect((await world.instance.directory.readPeople()).value).toHaveLength(12)
  })

  test('a read that fails is an error, and leaves the names that were there', async () => {
    const time = clock()
    await using world = await openDoor({ now: time.now })
    const { directory } = world.instance
    const names = await directory.readNames()
    expect(names.securityProfiles.size).toBeGreaterThan(0)
    time.pass(NAMES_KEEP_MS)
    world.emulator.setFault({ operation: '*', error: 'AccessDeniedException' })
    await expect(directory.readSecurityProfiles()).rejects.toMatchObject({ code: 'connect.access_denied' })
    await expect(directory.readPeople()).rejects.toMatchObject({ code: 'connect.access_denied' })
    expect(await directory.readNames()).toEqual(names)
  })

  test('names that were never read are an error too, not an empty list', async () => {
    await using world = await openDoor()
    world.emulator.setFault({ operation: 'ListRoutingProfiles', error: 'AccessDeniedException' })
    await expect(world.instance.directory.readNames()).rejects.toMatchObject({ code: 'connect.access_denied' })
  })
})

describe('groups', () => {
  test('with parent and path, as deep as they are', async () => {
    await using world = await openDoor({ spec: { hierarchyGroups: 180 } })
    const { value } = await world.instance.directory.readHierarchy()
    expect(value.levels.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(value.groups).toHaveLength(180)
    const byId = new Map(value.groups.map((group) => [group.id, group]))
    for (const { path, parentId, levelId } of value.groups) {
      expect(path.at(-2)?.id ?? null).toBe(parentId)
      expect(value.levels[path.length - 1]?.id).toBe(levelId)
      for (const [at, step] of path.entries()) expect(byId.get(step.id)?.path).toHaveLength(at + 1)
    }
    expect(world.calls('SearchUserHierarchyGroups')).toHaveLength(2)
  })

  test('an instance without levels has none, and that is no error', async () => {
    await using world = await openDoor({ spec: { hierarchyGroups: 0, users: 3 } })
    const { value } = await world.instance.directory.readHierarchy()
    expect(value).toEqual({ levels: [], groups: [] })
  })
})

test('a describe tells the settings of each channel, null where Connect has none', async () => {
  await using world = await openDoor()
  const id = (await world.instance.directory.readPeople()).value[0]?.id ?? ''
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
