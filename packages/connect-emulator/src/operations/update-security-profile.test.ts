import {
  CreateSecurityProfileCommand,
  DescribeSecurityProfileCommand,
  ListSecurityProfilePermissionsCommand,
  UpdateSecurityProfileCommand,
  type UpdateSecurityProfileCommandInput,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld, type TestWorld } from '../testing/test-world.ts'

async function startWithProfile(now?: () => number) {
  const world = await startWorld({ hierarchyGroups: 5 }, now ? { now } : {})
  const { SecurityProfileId = '' } = await world.client.send(
    new CreateSecurityProfileCommand({
      InstanceId: world.instanceId,
      SecurityProfileName: 'Helpdesk',
      Description: 'Before',
      Permissions: ['Users.View', 'Users.Edit'],
      AllowedAccessControlTags: { Site: 'Lisbon' },
      TagRestrictedResources: ['User'],
    }),
  )
  return { world, SecurityProfileId }
}

function update(world: TestWorld, SecurityProfileId: string, change: Partial<UpdateSecurityProfileCommandInput>) {
  return world.client.send(
    new UpdateSecurityProfileCommand({ InstanceId: world.instanceId, SecurityProfileId, ...change }),
  )
}

async function read(world: TestWorld, SecurityProfileId: string) {
  const input = { InstanceId: world.instanceId, SecurityProfileId }
  const { SecurityProfile } = await world.client.send(new DescribeSecurityProfileCommand(input))
  const { Permissions } = await world.client.send(new ListSecurityProfilePermissionsCommand(input))
  return { ...SecurityProfile, Permissions }
}

test('omitted keeps, present replaces, empty clears (SP-03, SP-04)', async () => {
  const { world, SecurityProfileId } = await startWithProfile()
  await update(world, SecurityProfileId, { Permissions: ['Queues.View'], TagRestrictedResources: [] })
  expect(await read(world, SecurityProfileId)).toMatchObject({
    SecurityProfileName: 'Helpdesk',
    Description: 'Before',
    Permissions: ['Queues.View'],
    AllowedAccessControlTags: { Site: 'Lisbon' },
    TagRestrictedResources: [],
  })
  await update(world, SecurityProfileId, { Permissions: [], Description: '', AllowedAccessControlTags: {} })
  expect(await read(world, SecurityProfileId)).toMatchObject({
    Description: '',
    Permissions: [],
    AllowedAccessControlTags: {},
  })
})

test('an empty hierarchy group id takes the restriction away (SP-04)', async () => {
  const { world, SecurityProfileId } = await startWithProfile()
  await expect(
    update(world, SecurityProfileId, { AllowedAccessControlHierarchyGroupId: 'nope' }),
  ).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
  await update(world, SecurityProfileId, { AllowedAccessControlHierarchyGroupId: '' })
  expect(await read(world, SecurityProfileId)).not.toHaveProperty('AllowedAccessControlHierarchyGroupId')
})

test('moves the time of change, by which a console knows what to read again', async () => {
  let now = 1_800_000_000_000
  const { world, SecurityProfileId } = await startWithProfile(() => now)
  now += 60_000
  await update(world, SecurityProfileId, {})
  expect((await read(world, SecurityProfileId)).LastModifiedTime).toEqual(new Date(now))
})

test('the four defaults may be edited (SP-07)', async () => {
  const world = await startWorld()
  await update(world, world.profiles.Agent ?? '', { Description: 'Ours' })
  expect((await read(world, world.profiles.Agent ?? '')).Description).toBe('Ours')
})

test('legacy permissions are taken (SP-14)', async () => {
  const { world, SecurityProfileId } = await startWithProfile()
  await update(world, SecurityProfileId, { Permissions: ['ListenCallRecordings'] })
  expect((await read(world, SecurityProfileId)).Permissions).toEqual(['ListenCallRecordings'])
})

test('an unknown profile is not found', async () => {
  await expect(update(await startWorld(), 'nope', {})).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
