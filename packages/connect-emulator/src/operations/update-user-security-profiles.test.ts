import {
  CreateSecurityProfileCommand,
  DescribeUserCommand,
  UpdateUserSecurityProfilesCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld, type TestWorld } from '../testing/test-world.ts'

function update(world: TestWorld, UserId: string, SecurityProfileIds: string[]) {
  return world.client.send(
    new UpdateUserSecurityProfilesCommand({ InstanceId: world.instanceId, UserId, SecurityProfileIds }),
  )
}

async function createProfiles(world: TestWorld, count: number, change: object = {}): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const input = {
      InstanceId: world.instanceId,
      SecurityProfileName: `Profile ${at} ${Object.keys(change).length}`,
      ...change,
    }
    const { SecurityProfileId } = await world.client.send(new CreateSecurityProfileCommand(input))
    ids.push(SecurityProfileId ?? '')
  }
  return ids
}

test('replaces the whole set (USR-14)', async () => {
  const world = await startWorld()
  const UserId = await createPerson(world)
  await update(world, UserId, [world.profiles.Admin ?? '', world.profiles.QualityAnalyst ?? ''])
  const { User } = await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId }))
  expect(User?.SecurityProfileIds).toEqual([world.profiles.Admin, world.profiles.QualityAnalyst])
})

test('takes 1 to 10 (USR-14)', async () => {
  const world = await startWorld()
  const id = await createPerson(world)
  const profiles = await createProfiles(world, 11)
  await expect(update(world, id, [])).rejects.toMatchObject(awsError('InvalidParameterException', 400))
  await expect(update(world, id, profiles)).rejects.toMatchObject(awsError('InvalidParameterException', 400))
  await expect(update(world, id, profiles.slice(1))).resolves.toBeDefined()
})

test('at most 7 of them with tag or hierarchy restrictions (TBAC-03, HBAC-02)', async () => {
  const world = await startWorld()
  const id = await createPerson(world)
  const byTag = await createProfiles(world, 4, { AllowedAccessControlTags: { Site: 'Lisbon' } })
  const byHierarchy = await createProfiles(world, 4, { HierarchyRestrictedResources: ['User'], Description: 'x' })
  await expect(update(world, id, [...byTag, ...byHierarchy])).rejects.toMatchObject(
    awsError('InvalidRequestException', 400),
  )
  await expect(
    update(world, id, [...byTag, ...byHierarchy.slice(1), world.profiles.Agent ?? '']),
  ).resolves.toBeDefined()
})

test('an unknown profile is not found, the same one twice refused, and nothing changes', async () => {
  const world = await startWorld()
  const UserId = await createPerson(world)
  const agent = world.profiles.Agent ?? ''
  await expect(update(world, UserId, [agent, 'nope'])).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
  await expect(update(world, UserId, [agent, agent])).rejects.toMatchObject(awsError('InvalidParameterException', 400))
  const { User } = await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId }))
  expect(User?.SecurityProfileIds).toEqual([agent])
})
