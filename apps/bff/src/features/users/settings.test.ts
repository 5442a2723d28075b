import { DescribeUserCommand, UpdateUserConfigCommand } from '@aws-sdk/client-connect'
import type { User } from '@patchbay/contract'
import { describe, expect, test } from 'vitest'
import { openConsole, type OpenConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

/** The lists per channel, as another tool sees them, byte by byte. */
async function channelLists({ otherTool, instanceId }: OpenConsole, id: string) {
  const { User: user } = await otherTool.send(new DescribeUserCommand({ InstanceId: instanceId, UserId: id }))
  const { AutoAcceptConfigs, AfterContactWorkConfigs, PhoneNumberConfigs, VoiceEnhancementConfigs } = user ?? {}
  return { AutoAcceptConfigs, AfterContactWorkConfigs, PhoneNumberConfigs, VoiceEnhancementConfigs }
}

async function openWithSomeone() {
  const world = await openConsole({ spec: { users: 12, hierarchyGroups: 6, routingProfiles: 3 } })
  const administrator = await world.signIn('administrator')
  const user = await findSomeone(world, administrator)
  // Every channel has its own.
  await world.otherTool.send(
    new UpdateUserConfigCommand({
      InstanceId: world.instanceId,
      UserId: user.id,
      AfterContactWorkConfigs: (['VOICE', 'CHAT', 'TASK', 'EMAIL'] as const).map((Channel, at) => ({
        Channel,
        AfterContactWorkConfig: { AfterContactWorkTimeLimit: 10 + at },
      })),
    }),
  )
  const path = `${world.base}/users/${user.id}`
  // What another tool changed is not in what is kept.
  const { body } = await administrator.get(`${path}?fresh=true`)
  return { world, administrator, path, user: body as User, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('one setting of one channel is written, and every other channel stays byte-equal', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, path, user } = opened
  const before = await channelLists(world, user.id)
  const channels = [{ channel: 'CHAT', afterContactWorkSeconds: 77 }]
  const { status, body } = await administrator.put(`${path}/channels`, { channels, version: user.version })
  expect([status, body.changes.map((change) => change.status)]).toEqual([200, ['confirmed']])
  const expected = structuredClone(before)
  const chat = expected.AfterContactWorkConfigs?.find(({ Channel }) => Channel === 'CHAT')
  expect(chat?.AfterContactWorkConfig?.AfterContactWorkTimeLimit).toBe(11)
  Object.assign(chat?.AfterContactWorkConfig ?? {}, { AfterContactWorkTimeLimit: 77 })
  expect(JSON.stringify(await channelLists(world, user.id))).toBe(JSON.stringify(expected))
  expect((await world.changes()).flatMap(({ fields }) => fields)).toEqual([
    { field: 'channels', key: 'CHAT.afterContactWorkSeconds', before: 11, after: 77 },
  ])
  const again = await administrator.put(`${path}/channels`, { channels, version: body.version })
  expect([again.status, again.body.changes]).toEqual([200, []])
})

test('what a phone write sets on every channel, which nobody asked for, stands beside it in the trail (PHONE-10)', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, path, user } = opened
  const { phoneType, deskPhoneNumber } = user.phone
  const phone = { phoneType, deskPhoneNumber, autoAccept: user.phone.autoAccept, afterContactWorkSeconds: 77 }
  const { status, body } = await administrator.put(`${path}/phone`, { ...phone, version: user.version })
  expect([status, body.changes.map((change) => change.status)]).toEqual([200, ['confirmed']])
  const [change] = await world.changes()
  expect(change?.fields).toEqual([{ field: 'afterContactWorkSeconds', key: null, before: 10, after: 77 }])
  const work = (change?.alsoChanged ?? []).filter(({ key }) => key?.endsWith('.afterContactWorkSeconds'))
  expect(work).toEqual(
    ['VOICE', 'CHAT', 'TASK', 'EMAIL'].map((channel, at) => ({
      field: 'channels',
      key: `${channel}.afterContactWorkSeconds`,
      before: 10 + at,
      after: 77,
    })),
  )
  const { body: exported } = await administrator.post('/changes/export', { format: 'csv' })
  const { content } = exported as unknown as { content: string }
  expect(content).toContain('"afterContactWorkSeconds","","10","77","yes"')
  expect(content).toContain('"channels","CHAT.afterContactWorkSeconds","11","77","no"')
})

test('what is asked for of one channel changes nothing else, and the trail says so', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, path, user } = opened
  const channels = [{ channel: 'CHAT', afterContactWorkSeconds: 77 }]
  await administrator.put(`${path}/channels`, { channels, version: user.version })
  expect((await world.changes())[0]?.alsoChanged).toEqual([])
})

test.each([
  [{ channel: 'CHAT', persistentConnection: true }, 'channels.0.persistentConnection'],
  [{ channel: 'VOICE', phoneType: 'DESK_PHONE', phoneNumber: null }, 'channels'],
])('channel settings that cannot be are refused: %j', async (channel, field) => {
  await using opened = await openWithSomeone()
  const { world, administrator, path, user } = opened
  const { status, body } = await administrator.put(`${path}/channels`, { channels: [channel], version: user.version })
  expect([status, body.data.fields?.map((fault) => fault.field)]).toEqual([400, [field]])
  expect(world.writes().filter((name) => name === 'UpdateUserConfig')).toHaveLength(1)
  expect(await world.changes()).toEqual([])
})

test('tags are set, given another value and taken away, each write its own change', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, path, user } = opened
  const first = await administrator.put(`${path}/tags`, { tags: { Team: 'a', Shift: 'x' }, version: user.version })
  expect([first.status, first.body.tags]).toEqual([200, { Team: 'a', Shift: 'x' }])
  const { status, body } = await administrator.put(`${path}/tags`, { tags: { Team: 'b' }, version: first.body.version })
  expect([status, body.tags, body.changes.length]).toEqual([200, { Team: 'b' }, 2])
  const changes = await world.changes()
  expect(changes.slice(-2).map(({ operation, fields }) => ({ operation, fields }))).toEqual([
    { operation: 'TagResource', fields: [{ field: 'tags', key: 'Team', before: 'a', after: 'b' }] },
    { operation: 'UntagResource', fields: [{ field: 'tags', key: 'Shift', before: 'x', after: null }] },
  ])
})

describe('several settings groups in one save', () => {
  const phone = { phoneType: 'SOFT_PHONE', autoAccept: true, afterContactWorkSeconds: 4_321, deskPhoneNumber: null }

  test('are written one after the other on one version', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, path, user } = opened
    const identity = { ...user.identity, firstName: 'Ada' }
    const { status, body } = await administrator.put(`${path}/settings`, {
      identity,
      phone,
      tags: { ...user.tags, Team: 'a' },
      version: user.version,
    })
    expect([status, body.identity, body.phone, body.tags]).toEqual([200, identity, phone, { ...user.tags, Team: 'a' }])
    expect(body.changes.map((change) => change.status)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    const changes = await world.changes()
    expect(new Set(changes.map(({ requestId }) => requestId)).size).toBe(1)
    const operations = ['UpdateUserIdentityInfo', 'UpdateUserPhoneConfig', 'TagResource']
    expect(changes.map(({ operation }) => operation)).toEqual(operations)
  })

  test('stop at the first that fails, and say what was done and what was not', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, path, user } = opened
    world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', error: 'InvalidRequestException' })
    const { status, body } = await administrator.put(`${path}/settings`, {
      identity: { ...user.identity, firstName: 'Ada' },
      phone,
      tags: { ...user.tags, Team: 'a' },
      version: user.version,
    })
    expect([status, body.code, body.data.done, body.data.notDone]).toEqual([
      502,
      'change.partly_done',
      ['The identity fields were written.'],
      ['The phone settings were not written.', 'New and changed tags were not written.'],
    ])
    expect(body.data.changes?.map((change) => change.status)).toEqual(['confirmed', 'failed'])
    const current = body.data.current as User
    expect([current.identity.firstName, current.phone, current.tags]).toEqual(['Ada', user.phone, user.tags])
    expect((await world.changes()).map((change) => change.status)).toEqual(['confirmed', 'failed'])
  })

  test('need each group’s right, and nothing is read or written where one is missing', async () => {
    await using opened = await openWithSomeone()
    const { world, path, user } = opened
    const helpdesk = await world.signIn('helpdesk')
    const before = world.calls().length
    const { status, body } = await helpdesk.put(`${path}/settings`, { phone, tags: {}, version: user.version })
    expect([status, body.data.fields?.map(({ field }) => field)]).toEqual([403, ['tags']])
    expect(world.calls()).toHaveLength(before)
  })

  test('are not both the phone and its channels', async () => {
    await using opened = await openWithSomeone()
    const { administrator, path, user } = opened
    const channels = [{ channel: 'CHAT', autoAccept: true }]
    const { status, body } = await administrator.put(`${path}/settings`, { phone, channels, version: user.version })
    expect([status, body.data.fields?.map(({ field }) => field)]).toEqual([400, ['channels']])
  })
})
