import {
  CreateUserHierarchyGroupCommand,
  DescribeUserHierarchyGroupCommand,
  UpdateUserHierarchyGroupNameCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('renames, but not to a sibling’s name; its own name is fine (HIER-09)', async () => {
  const { client, instanceId: InstanceId } = await startWorld({ hierarchyGroups: 1 })
  const create = async (Name: string) =>
    (await client.send(new CreateUserHierarchyGroupCommand({ InstanceId, Name }))).HierarchyGroupId
  const HierarchyGroupId = await create('North')
  await create('South')
  const rename = (Name: string) =>
    outcomeOf(client.send(new UpdateUserHierarchyGroupNameCommand({ InstanceId, HierarchyGroupId, Name })))
  expect(await rename('South')).toBe('DuplicateResourceException')
  expect(await rename('North')).toBe('ok')
  expect(await rename('Up north')).toBe('ok')
  const { HierarchyGroup } = await client.send(new DescribeUserHierarchyGroupCommand({ InstanceId, HierarchyGroupId }))
  expect(HierarchyGroup?.Name).toBe('Up north')
  expect(HierarchyGroup?.HierarchyPath?.LevelOne?.Name).toBe('Up north')
})

test('an unknown group is not found', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const call = client.send(new UpdateUserHierarchyGroupNameCommand({ InstanceId, HierarchyGroupId: 'nope', Name: 'x' }))
  expect(await outcomeOf(call)).toBe('ResourceNotFoundException')
})
