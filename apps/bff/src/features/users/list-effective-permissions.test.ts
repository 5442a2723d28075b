import { CreateSecurityProfileCommand, UpdateUserSecurityProfilesCommand } from '@aws-sdk/client-connect'
import type { EffectivePermissions } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'

type Spec = Partial<ConstructorParameters<typeof CreateSecurityProfileCommand>[0]>

/** Somebody of a hierarchy group, who holds exactly the profiles of these settings. */
async function openHolding(settings: (groupId: string) => readonly Spec[]) {
  const world = await openConsole({ spec: { users: 12, hierarchyGroups: 20 } })
  const auditor = await world.signIn('auditor')
  const { items } = (await auditor.get(`${world.base}/users`)).body
  const person = items.find(({ hierarchyGroup }) => hierarchyGroup !== null)
  const group = person?.hierarchyGroup ?? null
  const ids: string[] = []
  for (const [at, one] of settings(group?.id ?? '').entries()) {
    const command = { InstanceId: world.instanceId, SecurityProfileName: `Profile ${at}`, ...one }
    const { SecurityProfileId: id = '' } = await world.otherTool.send(new CreateSecurityProfileCommand(command))
    ids.push(id)
  }
  await world.otherTool.send(
    new UpdateUserSecurityProfilesCommand({
      InstanceId: world.instanceId,
      UserId: person?.id,
      SecurityProfileIds: ids,
    }),
  )
  const { status, body } = await auditor.get(`${world.base}/users/${person?.id}/effective-permissions`)
  expect(status).toBe(200)
  return {
    ...world,
    ids,
    group,
    path: `${world.base}/users/${person?.id}/effective-permissions`,
    effective: body as unknown as EffectivePermissions,
  }
}

test('each permission with the profiles that grant it', async () => {
  await using world = await openHolding(() => [
    { Permissions: ['Users.View', 'BasicAgentAccess'] },
    { Permissions: ['Users.View', 'Users.Edit'] },
    { Permissions: [] },
  ])
  const [one, two] = world.ids
  expect(world.effective).toMatchObject({
    items: [
      { name: 'BasicAgentAccess', grantedBy: [one] },
      { name: 'Users.Edit', grantedBy: [two] },
      { name: 'Users.View', grantedBy: [one, two] },
    ],
    total: 3,
    scopes: [],
    complete: true,
    isStale: false,
  })
})

test('restrictions of a profile hold together, and those of several widen one another (HBAC-02, SP-13)', async () => {
  await using world = await openHolding((groupId) => [
    {
      AllowedAccessControlTags: { Site: 'Berlin' },
      TagRestrictedResources: ['User', 'RoutingProfile'],
      HierarchyRestrictedResources: ['User'],
      AllowedAccessControlHierarchyGroupId: groupId,
    },
    { HierarchyRestrictedResources: ['User'] },
    { Permissions: ['Users.View'] },
  ])
  const [tagged = '', own = '', free = ''] = world.ids
  const tags = { Site: 'Berlin' }
  const { group } = world
  expect(world.effective.scopes).toEqual([
    {
      resource: 'RoutingProfile',
      restrictedBy: [{ profileId: tagged, tags, hierarchy: null }],
      unrestrictedBy: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === [own, free].toSorted().join()),
    },
    {
      resource: 'User',
      restrictedBy: expect.arrayContaining([
        { profileId: tagged, tags, hierarchy: { isOwn: false, group } },
        { profileId: own, tags: {}, hierarchy: { isOwn: true, group } },
      ]),
      unrestrictedBy: [free],
    },
  ])
})

test('somebody out of scope reads as nobody', async () => {
  await using world = await openHolding(() => [{ Permissions: ['Users.View'] }])
  const supervisor = await world.signIn('supervisor')
  const { status, body } = await supervisor.get(world.path)
  expect([status, body.code]).toEqual([404, 'NOT_FOUND'])
})

test('a profile that cannot be read is an error, and not a shorter list', async () => {
  await using world = await openHolding(() => [{ Permissions: ['Users.View'] }])
  world.emulator.setFault({ operation: 'ListSecurityProfilePermissions', error: 'AccessDeniedException' })
  const auditor = await world.signIn('auditor')
  expect((await auditor.get(`${world.path}?fresh=true`)).body.code).toBe('connect.access_denied')
})
