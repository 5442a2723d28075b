import {
  DescribeUserHierarchyGroupCommand,
  DescribeUserHierarchyStructureCommand,
  ListUserHierarchyGroupsCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld } from '../testing/test-world.ts'

test('shows level and path from the top down to itself (HIER-10)', async () => {
  const { client, instanceId: InstanceId } = await startWorld({ hierarchyGroups: 5 })
  const { UserHierarchyGroupSummaryList: chain = [] } = await client.send(
    new ListUserHierarchyGroupsCommand({ InstanceId }),
  )
  const { HierarchyStructure } = await client.send(new DescribeUserHierarchyStructureCommand({ InstanceId }))
  const HierarchyGroupId = chain[2]?.Id
  const { HierarchyGroup } = await client.send(new DescribeUserHierarchyGroupCommand({ InstanceId, HierarchyGroupId }))
  expect(HierarchyGroup).toMatchObject({ ...chain[2], LevelId: HierarchyStructure?.LevelThree?.Id })
  expect(HierarchyGroup?.HierarchyPath).toEqual({ LevelOne: chain[0], LevelTwo: chain[1], LevelThree: chain[2] })
})

test('an unknown group is not found', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const call = client.send(new DescribeUserHierarchyGroupCommand({ InstanceId, HierarchyGroupId: 'nope' }))
  await expect(call).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
