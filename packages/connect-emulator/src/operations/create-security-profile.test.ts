import {
  CreateSecurityProfileCommand,
  type CreateSecurityProfileCommandInput,
  DescribeSecurityProfileCommand,
  ListSecurityProfilePermissionsCommand,
  ListUserHierarchyGroupsCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld, type TestWorld } from '../testing/test-world.ts'

function create(world: TestWorld, change: Partial<CreateSecurityProfileCommandInput> = {}) {
  const input = { InstanceId: world.instanceId, SecurityProfileName: 'Night shift', ...change }
  return world.client.send(new CreateSecurityProfileCommand(input))
}

test('creates a profile with everything it may hold', async () => {
  const world = await startWorld({ hierarchyGroups: 5 })
  const { client, instanceId: InstanceId } = world
  const { UserHierarchyGroupSummaryList } = await client.send(new ListUserHierarchyGroupsCommand({ InstanceId }))
  const AllowedAccessControlHierarchyGroupId = UserHierarchyGroupSummaryList?.[1]?.Id
  const { SecurityProfileId, SecurityProfileArn } = await create(world, {
    Description: 'Works at night',
    Permissions: ['Users.View', 'Made.Up'],
    Tags: { Owner: 'ops' },
    AllowedAccessControlTags: { Site: 'Lisbon' },
    TagRestrictedResources: ['User', 'SecurityProfile'],
    HierarchyRestrictedResources: ['User'],
    AllowedAccessControlHierarchyGroupId,
  })
  expect(SecurityProfileArn).toBe(`${world.arn}/security-profile/${SecurityProfileId}`)
  const { SecurityProfile } = await client.send(new DescribeSecurityProfileCommand({ InstanceId, SecurityProfileId }))
  expect(SecurityProfile).toMatchObject({
    SecurityProfileName: 'Night shift',
    Description: 'Works at night',
    Tags: { Owner: 'ops' },
    AllowedAccessControlTags: { Site: 'Lisbon' },
    TagRestrictedResources: ['User', 'SecurityProfile'],
    HierarchyRestrictedResources: ['User'],
    AllowedAccessControlHierarchyGroupId,
  })
  const { Permissions } = await client.send(
    new ListSecurityProfilePermissionsCommand({ InstanceId, SecurityProfileId }),
  )
  expect(Permissions).toEqual(['Users.View', 'Made.Up'])
})

test('adds no permission on its own, whatever the website would select along (SP-08)', async () => {
  const world = await startWorld()
  const { SecurityProfileId } = await create(world, { Permissions: ['Users.Edit'] })
  const input = { InstanceId: world.instanceId, SecurityProfileId }
  const { Permissions } = await world.client.send(new ListSecurityProfilePermissionsCommand(input))
  expect(Permissions).toEqual(['Users.Edit'])
})

test('names are unique, in characters as documented (SP-01)', async () => {
  const world = await startWorld()
  await create(world)
  await expect(create(world)).rejects.toMatchObject(awsError('DuplicateResourceException', 409))
  await expect(create(world, { SecurityProfileName: 'Admin' })).rejects.toMatchObject(
    awsError('DuplicateResourceException', 409),
  )
  await expect(create(world, { SecurityProfileName: 'Nachtschicht Köln' })).rejects.toMatchObject(
    awsError('InvalidParameterException', 400),
  )
  await expect(create(world, { SecurityProfileName: 'a@b_c-d 9' })).resolves.toBeDefined()
})

test.each<[string, Partial<CreateSecurityProfileCommandInput>]>([
  ['five access control tags (SP-09)', { AllowedAccessControlTags: { a: '1', b: '2', c: '3', d: '4', e: '5' } }],
  ['hierarchy restriction of what is not User (SP-09, HBAC-01)', { HierarchyRestrictedResources: ['Queue'] }],
  [
    'a third-party application with more than ACCESS (SP-10)',
    {
      Applications: [{ Namespace: 'n', ApplicationPermissions: ['ACCESS', 'EDIT'], Type: 'THIRD_PARTY_APPLICATION' }],
    },
  ],
  ['501 permissions', { Permissions: Array.from({ length: 501 }, (_, at) => `P${at}`) }],
  ['a tag of AWS’s own (TAG-01)', { Tags: { 'aws:created-by': 'me' } }],
  [
    'three values of a primary attribute (SP-12)',
    {
      GranularAccessControlConfiguration: {
        DataTableAccessControlConfiguration: {
          PrimaryAttributeAccessControlConfiguration: {
            PrimaryAttributeValues: [{ AccessType: 'ALLOW', AttributeName: 'a', Values: ['1', '2', '3'] }],
          },
        },
      },
    },
  ],
])('refuses %s', async (_name, change) => {
  await expect(create(await startWorld(), change)).rejects.toMatchObject(awsError('InvalidParameterException', 400))
})

test('an MCP application may name tools (SP-10)', async () => {
  const Applications = [{ Namespace: 'n', ApplicationPermissions: ['tool.read'], Type: 'MCP' as const }]
  await expect(create(await startWorld(), { Applications })).resolves.toBeDefined()
})

test('an unknown hierarchy group is not found', async () => {
  const call = create(await startWorld(), { AllowedAccessControlHierarchyGroupId: 'nope' })
  await expect(call).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
