import {
  DescribeUserCommand,
  ListUserHierarchyGroupsCommand,
  UpdateUserHierarchyCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld } from '../testing/test-world.ts'

test('puts a person in a group, and out of any when the id is left out or null (USR-17, USR-18, WIRE-07)', async () => {
  const world = await startWorld({ hierarchyGroups: 5 })
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world)
  const groupOf = async () =>
    (await client.send(new DescribeUserCommand({ InstanceId, UserId }))).User?.HierarchyGroupId
  const { UserHierarchyGroupSummaryList } = await client.send(new ListUserHierarchyGroupsCommand({ InstanceId }))
  const HierarchyGroupId = UserHierarchyGroupSummaryList?.[4]?.Id
  await client.send(new UpdateUserHierarchyCommand({ InstanceId, UserId, HierarchyGroupId }))
  expect(await groupOf()).toBe(HierarchyGroupId)
  await client.send(new UpdateUserHierarchyCommand({ InstanceId, UserId }))
  expect(await groupOf()).toBeUndefined()
})

test('an unknown group or person is not found', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world)
  const unknownGroup = client.send(new UpdateUserHierarchyCommand({ InstanceId, UserId, HierarchyGroupId: 'nope' }))
  await expect(unknownGroup).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
  const unknownUser = client.send(new UpdateUserHierarchyCommand({ InstanceId, UserId: 'nobody' }))
  await expect(unknownUser).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
