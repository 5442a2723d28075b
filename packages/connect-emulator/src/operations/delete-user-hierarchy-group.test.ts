import {
  DeleteUserHierarchyGroupCommand,
  ListUserHierarchyGroupsCommand,
  UpdateUserHierarchyCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('refused while groups are below it or people in it, fine after (HIER-08, ERR-11)', async () => {
  const world = await startWorld({ hierarchyGroups: 5 })
  const { client, instanceId: InstanceId } = world
  const { UserHierarchyGroupSummaryList: chain = [] } = await client.send(
    new ListUserHierarchyGroupsCommand({ InstanceId }),
  )
  const remove = (at: number) =>
    client.send(new DeleteUserHierarchyGroupCommand({ InstanceId, HierarchyGroupId: chain[at]?.Id }))
  await expect(remove(3)).rejects.toMatchObject({
    name: 'ResourceInUseException',
    ResourceType: 'HIERARCHY_GROUP',
    ResourceId: chain[3]?.Id,
  })
  const UserId = await createPerson(world, { HierarchyGroupId: chain[4]?.Id })
  await expect(remove(4)).rejects.toMatchObject({
    name: 'ResourceInUseException',
    ResourceType: 'USER',
    ResourceId: UserId,
  })
  await client.send(new UpdateUserHierarchyCommand({ InstanceId, UserId }))
  expect(await outcomeOf(remove(4))).toBe('ok')
  expect(await outcomeOf(remove(3))).toBe('ok')
  expect(await outcomeOf(remove(3))).toBe('ResourceNotFoundException')
})
