import type { CreateUserHierarchyGroupRequest, CreateUserHierarchyGroupResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { levelBelow, requireFreeGroupName, requireHierarchyGroup } from '../rules/hierarchy.ts'
import { requireRoom } from '../rules/quota.ts'

/** Without a parent the group is of level one; with one, of the level below it (HIER-07). */
export const createUserHierarchyGroup = defineInstanceOperation<
  CreateUserHierarchyGroupRequest,
  CreateUserHierarchyGroupResponse
>('CreateUserHierarchyGroup', (input, instance, context) => {
  const { Name, ParentGroupId, Tags = {} } = input
  const parent = ParentGroupId === undefined ? undefined : requireHierarchyGroup(instance, ParentGroupId)
  const level = levelBelow(instance, parent)
  requireFreeGroupName(instance, Name, ParentGroupId)
  requireRoom(instance, 'hierarchyGroups')
  const id = context.newId()
  instance.hierarchyGroups.put({
    id,
    seq: context.world.nextSeq(),
    name: Name,
    levelId: level.id,
    parentId: ParentGroupId,
    tags: Tags,
    lastModifiedTime: context.now(),
    lastModifiedRegion: instance.record.region,
  })
  return { HierarchyGroupId: id, HierarchyGroupArn: arnOf(instance, 'agent-group', id) }
})
