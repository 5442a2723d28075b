import type { UpdateUserHierarchyGroupNameRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireFreeGroupName, requireHierarchyGroup } from '../rules/hierarchy.ts'

/** Names are unique among siblings (HIER-09); no operation moves a group. */
export const updateUserHierarchyGroupName = defineInstanceOperation<UpdateUserHierarchyGroupNameRequest, void>(
  'UpdateUserHierarchyGroupName',
  (input, instance, { now }) => {
    const group = requireHierarchyGroup(instance, input.HierarchyGroupId)
    requireFreeGroupName(instance, input.Name, group.parentId, group.id)
    const lastModifiedRegion = instance.record.region
    instance.hierarchyGroups.put({ ...group, name: input.Name, lastModifiedTime: now(), lastModifiedRegion })
  },
)
