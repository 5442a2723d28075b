import {
  DescribeUserCommand,
  SearchUsersCommand,
  UpdateUserConfigCommand,
  UpdateUserPhoneConfigCommand,
} from '@aws-sdk/client-connect'
import type { User } from '@patchbay/contract'
import { describe, expect, test } from 'vitest'
import { openConsole, type OpenConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

/** How the person stands, as another tool sees it. */
async function seenElsewhere({ otherTool, instanceId }: OpenConsole, id: string) {
  const { User: user } = await otherTool.send(new DescribeUserCommand({ InstanceId: instanceId, UserId: id }))
  return user
}

async function changeElsewhere({ otherTool, instanceId }: OpenConsole, id: string, seconds: number): Promise<void> {
  await otherTool.send(
    new UpdateUserPhoneConfigCommand({
      InstanceId: instanceId,
      UserId: id,
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AfterContactWorkTimeLimit: seconds },
    }),
  )
}

const softPhone = {
  phoneType: 'SOFT_PHONE',
  autoAccept: true,
  afterContactWorkSeconds: 95,
  deskPhoneNumber: null,
} as const

/** Each write of a person: where it goes, and a body that changes something. */
const writes = [
  ['identity', (user: User) => ({ ...user.identity, firstName: `${user.identity.firstName}x`.slice(-200) })],
  ['phone', () => softPhone],
  ['routing-profile', (_user: User, other: Others) => ({ routingProfileId: other.routingProfileId })],
  ['hierarchy-group', (_user: User, other: Others) => ({ hierarchyGroupId: other.hierarchyGroupId })],
  ['security-profiles', (_user: User, other: Others) => ({ securityProfileIds: other.securityProfileIds })],
] as const

interface Others {
  routingProfileId: string
  hierarchyGroupId: string
  securityProfileIds: string[]
}

async function openWithSomeone() {
  let now = Date.now()
  const world = await openConsole({
    now: () => new Date(now),
    spec: { users: 30, hierarchyGroups: 30, securityProfiles: 14, routingProfiles: 5 },
  })
  const administrator = await world.signIn('administrator')
  const user = await findSomeone(world, administrator, ({ phone }) => phone.afterContactWorkSeconds !== 95)
  const { body: routing } = await administrator.get(`${world.base}/routing-profiles`)
  const { body: tree } = await administrator.get(`${world.base}/hierarchy`)
  const { body: profiles } = await administrator.get(`${world.base}/security-profiles`)
  const others: Others = {
    routingProfileId: routing.items.find(({ id }) => id !== user.routingProfile?.id)?.id ?? '',
    hierarchyGroupId: tree.groups.find(({ id }) => id !== user.hierarchyGroup?.id)?.id ?? '',
    securityProfileIds: profiles.items
      .map(({ id }) => id)
      .filter((id) => user.securityProfiles.every((one) => one.id !== id))
      .slice(0, 10),
  }
  return {
    world,
    administrator,
    user,
    others,
    path: `${world.base}/users/${user.id}`,
    pass: (milliseconds: number) => void (now += milliseconds),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

describe.each(writes)('%s', (group, bodyOf) => {
  test('is written, read back, and shown in the list at once', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, user, others, path } = opened
    const body = bodyOf(user, others)
    const { status, body: answer } = await administrator.put(`${path}/${group}`, {
      ...body,
      version: user.version,
      reason: 'INC-1',
    })
    expect(status).toBe(200)
    expect(answer.version).not.toBe(user.version)
    expect(world.writes()).toHaveLength(1)
    expect(answer).toEqual({ ...(await administrator.get(path)).body, asOf: answer.asOf, changes: answer.changes })
    expect(answer.changes.map((change) => change.status)).toEqual(['confirmed'])
    expect(written(answer)).toMatchObject(body)

    world.emulator.setFault({ operation: 'SearchUsers', error: 'AccessDeniedException' })
    const { body: list } = await administrator.get(`${world.base}/users?pageSize=500`)
    const { id, username, phone, routingProfile, hierarchyGroup, securityProfiles } = answer
    expect(list.items.find((row) => row.id === user.id)).toMatchObject({
      id,
      username,
      phone,
      routingProfile,
      hierarchyGroup,
      securityProfiles,
    })
  })

  test('of a person whom another tool changed in between is refused with how they now stand, and nothing is written', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, user, others, path } = opened
    await changeElsewhere(world, user.id, 123)
    const before = world.writes().length
    const { status, body } = await administrator.put(`${path}/${group}`, {
      ...bodyOf(user, others),
      version: user.version,
    })
    expect([status, body.code]).toEqual([409, 'CONFLICT'])
    expect(body.data.current).toMatchObject({ id: user.id, phone: { afterContactWorkSeconds: 123 } })
    expect(world.writes()).toHaveLength(before)
    // What was answered is what the next write can be based on.
    const { version } = body.data.current as User
    expect((await administrator.put(`${path}/${group}`, { ...bodyOf(user, others), version })).status).toBe(200)
  })

  test('that changes nothing writes nothing', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, user, path } = opened
    const same: Record<string, object> = {
      identity: user.identity,
      phone: user.phone,
      'routing-profile': { routingProfileId: user.routingProfile?.id },
      'hierarchy-group': { hierarchyGroupId: user.hierarchyGroup?.id ?? null },
      'security-profiles': { securityProfileIds: user.securityProfiles.map(({ id }) => id).toReversed() },
    }
    const { status, body } = await administrator.put(`${path}/${group}`, { ...same[group], version: user.version })
    expect([status, body.version]).toEqual([200, user.version])
    expect(world.writes()).toEqual([])
  })

  test('by someone who only reads is refused before anything is read', async () => {
    await using opened = await openWithSomeone()
    const { world, user, others, path } = opened
    const auditor = await world.signIn('auditor')
    const before = world.calls().length
    const { status, body } = await auditor.put(`${path}/${group}`, { ...bodyOf(user, others), version: user.version })
    expect([status, body.code]).toEqual([403, 'FORBIDDEN'])
    expect(world.calls()).toHaveLength(before)
  })

  test('whose read-back fails says that it was written', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, user, others, path } = opened
    world.emulator.setFault({ operation: 'DescribeUser', error: 'AccessDeniedException', rate: 0.5 })
    world.hitNext([false, true])
    const { status, body } = await administrator.put(`${path}/${group}`, {
      ...bodyOf(user, others),
      version: user.version,
    })
    expect([status, body.code, body.data.current]).toEqual([502, 'change.partly_done', null])
    expect(body.data.done?.[0]).toMatch(/(was|were) written\.$/)
    world.emulator.clearFaults()
    expect((await administrator.get(path)).body.version).not.toBe(user.version)
  })

  test('is written down with its person, its reason and the fields before and after', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, user, others, path } = opened
    const body: object = bodyOf(user, others)
    const { body: answer } = await administrator.put(`${path}/${group}`, {
      ...body,
      version: user.version,
      reason: 'INC-42',
    })
    const [change, ...more] = await world.changes()
    expect(more).toEqual([])
    expect(change).toMatchObject({
      id: answer.changes[0]?.id,
      person: { id: administrator.id },
      instance: world.instance.info.alias,
      target: { kind: 'user', id: user.id, name: expect.stringContaining(user.username) },
      reason: 'INC-42',
      status: 'confirmed',
      outcome: 'done',
      requestId: expect.any(String),
      connectRequestIds: [expect.any(String)],
    })
    for (const { field, before, after } of change?.fields ?? []) {
      expect(before).toEqual(sorted(written(user)[field as keyof ReturnType<typeof written>]))
      expect(after).toEqual(sorted(written(answer)[field as keyof ReturnType<typeof written>]))
      expect(before).not.toEqual(after)
    }
    expect(change?.fields.length).toBeGreaterThan(0)
  })
})

const sorted = (value: unknown) => (Array.isArray(value) ? value.map(String).sort() : value)

function written({ identity, phone, routingProfile, hierarchyGroup, securityProfiles }: User) {
  return {
    ...identity,
    ...phone,
    routingProfileId: routingProfile?.id,
    hierarchyGroupId: hierarchyGroup?.id ?? null,
    securityProfileIds: securityProfiles.map(({ id }) => id),
  }
}

describe('phone', () => {
  test('keeps the persistent connection as it was', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, user, path } = opened
    await world.otherTool.send(
      new UpdateUserConfigCommand({
        InstanceId: world.instanceId,
        UserId: user.id,
        PersistentConnectionConfigs: [{ Channel: 'VOICE', PersistentConnection: true }],
      }),
    )
    const { version } = (await administrator.get(`${path}?fresh=true`)).body
    expect((await administrator.put(`${path}/phone`, { ...softPhone, version })).status).toBe(200)
    expect(await seenElsewhere(world, user.id)).toMatchObject({
      PhoneConfig: { PersistentConnection: true, AfterContactWorkTimeLimit: 95, AutoAccept: true },
    })
  })

  test('a desk phone gets its number', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, user, path } = opened
    const desk = { ...softPhone, phoneType: 'DESK_PHONE', deskPhoneNumber: '+442071838750', version: user.version }
    expect((await administrator.put(`${path}/phone`, desk)).body.phone).toMatchObject({
      deskPhoneNumber: '+442071838750',
    })
    expect(await seenElsewhere(world, user.id)).toMatchObject({ PhoneConfig: { DeskPhoneNumber: '+442071838750' } })
  })
})

describe('hierarchy group', () => {
  test('null takes a person out of any group', async () => {
    await using world = await openConsole({ spec: { users: 30, hierarchyGroups: 30 } })
    const administrator = await world.signIn('administrator')
    const user = await findSomeone(world, administrator, ({ hierarchyGroup }) => hierarchyGroup !== null)
    const path = `${world.base}/users/${user.id}/hierarchy-group`
    const { status, body } = await administrator.put(path, { hierarchyGroupId: null, version: user.version })
    expect([status, body.hierarchyGroup]).toEqual([200, null])
  })
})

test.each([
  ['routing-profile', { routingProfileId: 'no-such-thing' }, 'routingProfileId'],
  ['hierarchy-group', { hierarchyGroupId: 'no-such-thing' }, 'hierarchyGroupId'],
  ['security-profiles', { securityProfileIds: ['no-such-thing'] }, 'securityProfileIds'],
])('%s: an unknown one is refused at its field', async (group, body, field) => {
  await using opened = await openWithSomeone()
  const { administrator, user, path } = opened
  const answer = await administrator.put(`${path}/${group}`, { ...body, version: user.version })
  expect(answer).toMatchObject({ status: 422, body: { code: 'connect.refused', data: { fields: [{ field }] } } })
})

test('two who save the same person at the same moment are one winner and one conflict', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, user, path } = opened
  const other = await world.signIn('administrator')
  const answers = await Promise.all([
    administrator.put(`${path}/phone`, { ...softPhone, version: user.version }),
    other.put(`${path}/identity`, { ...user.identity, firstName: 'Other', version: user.version }),
    other.put(`${path}/phone`, { ...softPhone, afterContactWorkSeconds: 5, version: user.version }),
  ])
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409])
  expect(world.writes()).toHaveLength(1)
})

test('the list shows an own write before Connect’s lagging search does', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, user, path, pass } = opened
  world.emulator.setSearchLag(60)
  await administrator.put(`${path}/phone`, { ...softPhone, version: user.version })
  pass(31_000)
  const { body } = await administrator.get(`${world.base}/users?pageSize=500`)
  expect(body.items.find(({ id }) => id === user.id)?.phone.afterContactWorkSeconds).toBe(95)
  const searched = await world.otherTool.send(new SearchUsersCommand({ InstanceId: world.instanceId, MaxResults: 500 }))
  const behind = searched.Users?.find(({ Id }) => Id === user.id)
  expect(behind?.PhoneConfig?.AfterContactWorkTimeLimit).not.toBe(95_000)
})

test('a browser that leaves during its write stops neither the write nor what follows it', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, user, path } = opened
  world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', delayMs: 200 })
  const leaving = new AbortController()
  const left = administrator.request('PUT', `${path}/phone`, { ...softPhone, version: user.version }, leaving.signal)
  await expect.poll(() => world.calls('DescribeUser').length).toBe(2)
  leaving.abort()
  await expect(left).rejects.toThrow('aborted')
  await expect.poll(() => world.calls('DescribeUser').length).toBe(3)
  await expect.poll(async () => (await world.changes()).map(({ status }) => status)).toEqual(['confirmed'])
  const { body } = await administrator.get(`${world.base}/users?pageSize=500`)
  expect(body.items.find(({ id }) => id === user.id)?.phone.afterContactWorkSeconds).toBe(95)
})

test('the list shows what a later read found, where another tool undid our write', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, user, path } = opened
  await administrator.put(`${path}/phone`, { ...softPhone, version: user.version })
  await changeElsewhere(world, user.id, 11)
  await administrator.get(path)
  const { body } = await administrator.get(`${world.base}/users?pageSize=500`)
  expect(body.items.find(({ id }) => id === user.id)?.phone.afterContactWorkSeconds).toBe(11)
})

describe('a person who is gone', () => {
  test.each(writes)('cannot get a new %s', async (group, bodyOf) => {
    await using opened = await openWithSomeone()
    const { world, administrator, user, others } = opened
    const answer = await administrator.put(`${world.base}/users/nobody/${group}`, {
      ...bodyOf(user, others),
      version: 'x',
    })
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })
})
