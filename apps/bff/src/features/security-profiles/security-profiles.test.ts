import {
  DescribeSecurityProfileCommand,
  TagResourceCommand,
  UpdateSecurityProfileCommand,
} from '@aws-sdk/client-connect'
import type { SecurityProfile } from '@patchbay/contract'
import { describe, expect, test } from 'vitest'
import type { OpenDoorOptions } from '../../connect/testing/open-door.ts'
import { openConsole } from '../testing/open-console.ts'

async function openWithProfile(options: OpenDoorOptions = {}) {
  const world = await openConsole({ ...options, spec: { securityProfiles: 10, users: 30, ...options.spec } })
  const administrator = await world.signIn('administrator')
  const path = `${world.base}/security-profiles`
  const created = await administrator.post(path, {
    name: 'Night desk',
    description: 'At night',
    permissions: ['Users.View', 'BasicAgentAccess'],
    tags: { Owner: 'operations', Site: 'Osaka' },
  })
  const writesBefore = world.writes().length
  return {
    world,
    administrator,
    path,
    profile: created.body as SecurityProfile,
    created,
    newWrites: () => world.writes().slice(writesBefore),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

/** What a form would send back unchanged. */
function bodyOf({ version, description, permissions, tags }: SecurityProfile) {
  return { version, description, permissions, tags }
}

describe('list', () => {
  test('all profiles by name with the people who hold each', async () => {
    await using world = await openConsole({ spec: { securityProfiles: 24, users: 60 } })
    const auditor = await world.signIn('auditor')
    const { status, body } = await auditor.get(`${world.base}/security-profiles`)
    expect([status, body.total, body.complete]).toEqual([200, 24, true])
    const rows = body.items as unknown as { id: string; name: string; people: number; description: string }[]
    expect(rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name).toSorted(new Intl.Collator('en').compare))
    const { body: people } = await auditor.get(`${world.base}/users?pageSize=500`)
    for (const row of rows) {
      expect(row.people).toBe(people.items.filter((one) => one.securityProfiles.some(({ id }) => id === row.id)).length)
      expect(row.description).not.toBe('')
    }
  })

  test('more profiles than one page of either operation', async () => {
    await using world = await openConsole({ spec: { securityProfiles: 130, users: 1 } })
    const auditor = await world.signIn('auditor')
    const { body } = await auditor.get(`${world.base}/security-profiles`)
    expect(body.total).toBe(130)
    expect(world.calls('SearchSecurityProfiles')).toHaveLength(2)
  })
})

describe('one profile', () => {
  test('is created, answered whole with 201, and in the list at once', async () => {
    await using opened = await openWithProfile()
    const { administrator, path, created } = opened
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      name: 'Night desk',
      description: 'At night',
      permissions: ['BasicAgentAccess', 'Users.View'],
      tags: { Owner: 'operations', Site: 'Osaka' },
      tagRestrictedResources: [],
      allowedAccessControlHierarchyGroupId: null,
    })
    const { body: list } = await administrator.get(path)
    expect(list.items.map(({ id }) => id)).toContain(created.body.id)
  })

  test('is waited for where a describe does not know it yet, and created once', async () => {
    await using opened = await openWithProfile()
    const { world, administrator, path, newWrites } = opened
    world.emulator.setFault({ operation: 'DescribeSecurityProfile', error: 'InvalidRequestException', count: 1 })
    const { status } = await administrator.post(path, { name: 'Late', description: '', permissions: [], tags: {} })
    expect([status, newWrites()]).toEqual([201, ['CreateSecurityProfile']])
  })

  test('with a name that is taken is refused at its field', async () => {
    await using opened = await openWithProfile()
    const { administrator, path } = opened
    const again = await administrator.post(path, { name: 'Night desk', description: '', permissions: [], tags: {} })
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'profile.name_taken', data: { fields: [{ field: 'name' }] } },
    })
  })

  test('is read with its permissions to the last page', async () => {
    await using opened = await openWithProfile()
    const { administrator, path } = opened
    const { body: list } = await administrator.get(path)
    const admin = (list.items as unknown as { id: string; name: string }[]).find(({ name }) => name === 'Admin')
    const { body } = await administrator.get(`${path}/${admin?.id}`)
    expect(body.permissions.length).toBeGreaterThan(100)
    expect(body.permissions).toEqual(body.permissions.toSorted())
  })
})

describe('update', () => {
  test.each([
    ['description', { description: 'By day' }, ['UpdateSecurityProfile']],
    ['an emptied description', { description: '' }, ['UpdateSecurityProfile']],
    ['permissions', { permissions: ['Users.View', 'Users.Edit'] }, ['UpdateSecurityProfile']],
    ['no permissions at all', { permissions: [] }, ['UpdateSecurityProfile']],
    ['a new tag', { tags: { Owner: 'operations', Site: 'Osaka', Shift: 'late' } }, ['TagResource']],
    ['another value of a tag', { tags: { Owner: 'sales', Site: 'Osaka' } }, ['TagResource']],
    ['a tag less', { tags: { Owner: 'operations' } }, ['UntagResource']],
    ['tags of all kinds', { tags: { Owner: 'sales', Shift: '' } }, ['TagResource', 'UntagResource']],
    [
      'everything',
      { description: 'x', permissions: ['Users.Edit'], tags: { Z: '1' } },
      ['UpdateSecurityProfile', 'TagResource', 'UntagResource'],
    ],
    ['nothing', {}, []],
    ['the order of the permissions', { permissions: ['Users.View', 'BasicAgentAccess'] }, []],
  ])('of %s sends only that', async (_what, change, operations) => {
    await using opened = await openWithProfile()
    const { administrator, path, profile, newWrites } = opened
    const wanted = { ...bodyOf(profile), ...change }
    const { status, body } = await administrator.put(`${path}/${profile.id}`, { ...wanted, reason: 'INC-7' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ description: wanted.description, permissions: wanted.permissions.toSorted() })
    expect(body.tags).toEqual(wanted.tags)
    expect(newWrites()).toEqual(operations)
    expect(body).toEqual({
      ...(await administrator.get(`${path}/${profile.id}`)).body,
      asOf: body.asOf,
      changes: body.changes,
    })
  })

  test('keeps the restrictions that Patchbay does not write', async () => {
    await using opened = await openWithProfile()
    const { world, administrator, path, profile } = opened
    await world.otherTool.send(
      new UpdateSecurityProfileCommand({
        InstanceId: world.instanceId,
        SecurityProfileId: profile.id,
        AllowedAccessControlTags: { Site: 'Osaka' },
        TagRestrictedResources: ['User', 'Queue'],
      }),
    )
    const { body: current } = await administrator.get(`${path}/${profile.id}`)
    const { body } = await administrator.put(`${path}/${profile.id}`, { ...bodyOf(current), description: 'New' })
    expect(body).toMatchObject({
      allowedAccessControlTags: { Site: 'Osaka' },
      tagRestrictedResources: ['User', 'Queue'],
    })
  })

  test('of what another tool changed is refused with how it now stands, and nothing is written', async () => {
    await using opened = await openWithProfile()
    const { world, administrator, path, profile, newWrites } = opened
    const { SecurityProfile: seen } = await world.otherTool.send(
      new DescribeSecurityProfileCommand({ InstanceId: world.instanceId, SecurityProfileId: profile.id }),
    )
    await world.otherTool.send(new TagResourceCommand({ resourceArn: seen?.Arn, tags: { Site: 'Kraków' } }))
    const { status, body } = await administrator.put(`${path}/${profile.id}`, {
      ...bodyOf(profile),
      description: 'Mine',
    })
    expect([status, body.code]).toEqual([409, 'CONFLICT'])
    expect(body.data.current).toMatchObject({ id: profile.id, description: 'At night', tags: { Site: 'Kraków' } })
    expect(newWrites()).toEqual(['TagResource'])
  })

  test('never writes permissions after a read of them that failed midway', async () => {
    await using opened = await openWithProfile()
    const { world, administrator, path, profile, newWrites } = opened
    world.emulator.setFault({ operation: 'ListSecurityProfilePermissions', error: 'AccessDeniedException' })
    const answer = await administrator.put(`${path}/${profile.id}`, { ...bodyOf(profile), description: 'Mine' })
    expect(answer).toMatchObject({ status: 502, body: { code: 'connect.access_denied' } })
    expect(newWrites()).toEqual([])
  })

  test('of which a later step fails tells what was done, what was not, and how it now stands', async () => {
    await using opened = await openWithProfile()
    const { world, administrator, path, profile } = opened
    world.emulator.setFault({ operation: 'UntagResource', error: 'AccessDeniedException' })
    const wanted = { ...bodyOf(profile), description: 'By day', tags: { Owner: 'sales' } }
    const { status, body } = await administrator.put(`${path}/${profile.id}`, wanted)
    expect([status, body.code]).toEqual([502, 'change.partly_done'])
    expect(body.data).toMatchObject({
      done: ['The description was written.', 'New and changed tags were written.'],
      notDone: ['Tags were not removed.'],
      current: { description: 'By day', tags: { Owner: 'sales', Site: 'Osaka' } },
    })
    expect(body.message).toContain('Tags were not removed.')
  })

  test('of which the first step fails is a plain failure', async () => {
    await using opened = await openWithProfile()
    const { world, administrator, path, profile, newWrites } = opened
    world.emulator.setFault({ operation: 'UpdateSecurityProfile', error: 'InvalidParameterException' })
    const answer = await administrator.put(`${path}/${profile.id}`, { ...bodyOf(profile), description: 'x', tags: {} })
    expect(answer).toMatchObject({ status: 422, body: { code: 'connect.refused' } })
    expect(newWrites()).toEqual(['UpdateSecurityProfile'])
  })

  test('fifty tags can be replaced by fifty others', async () => {
    await using opened = await openWithProfile()
    const { administrator, path, profile, newWrites } = opened
    const fifty = (letter: string) =>
      Object.fromEntries(Array.from({ length: 50 }, (_unused, at) => [`${letter}${at}`, 'x']))
    const { body: full } = await administrator.put(`${path}/${profile.id}`, { ...bodyOf(profile), tags: fifty('a') })
    const { status, body } = await administrator.put(`${path}/${profile.id}`, { ...bodyOf(full), tags: fifty('b') })
    expect([status, body.tags]).toEqual([200, fifty('b')])
    expect(newWrites().slice(-2)).toEqual(['UntagResource', 'TagResource'])
  })

  test('by two at the same moment is one winner and one conflict', async () => {
    await using opened = await openWithProfile()
    const { world, administrator, path, profile, newWrites } = opened
    // Long enough for both to have read before either writes, if they were let.
    world.emulator.setFault({ operation: 'DescribeSecurityProfile', delayMs: 200 })
    const answers = await Promise.all(
      ['By day', 'By night'].map((description) =>
        administrator.put(`${path}/${profile.id}`, { ...bodyOf(profile), description }),
      ),
    )
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect(newWrites()).toHaveLength(1)
  })

  test('whose browser leaves is made to its end, and the list knows of it', async () => {
    await using opened = await openWithProfile()
    const { world, administrator, path, profile, newWrites } = opened
    const describes = () => world.calls('DescribeSecurityProfile').length
    const [{ body: before }, describesBefore] = [await administrator.get(path), describes()]
    expect(before.items.map(({ id }) => id)).toContain(profile.id)
    world.emulator.setFault({ operation: 'UpdateSecurityProfile', delayMs: 200 })
    const leaving = new AbortController()
    const body = { ...bodyOf(profile), description: 'At noon', tags: { Owner: 'nobody' } }
    const left = administrator.request('PUT', `${path}/${profile.id}`, body, leaving.signal)
    await expect.poll(describes).toBe(describesBefore + 1)
    leaving.abort()
    await expect(left).rejects.toThrow('aborted')
    await expect.poll(describes).toBe(describesBefore + 2)
    expect(newWrites()).toEqual(['UpdateSecurityProfile', 'TagResource', 'UntagResource'])
    const described = async () =>
      (await administrator.get(path)).body.items.find(({ id }) => id === profile.id) as unknown as SecurityProfile
    await expect.poll(async () => (await described()).description).toBe('At noon')
  })

  test('by helpdesk is refused', async () => {
    await using opened = await openWithProfile()
    const { world, path, profile } = opened
    const helpdesk = await world.signIn('helpdesk')
    expect((await helpdesk.put(`${path}/${profile.id}`, bodyOf(profile))).status).toBe(403)
  })
})
