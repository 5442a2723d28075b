import type { DeleteUserHierarchyGroupRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireHierarchyGroup } from '../rules/hierarchy.ts'
import { inUse } from '../wire/aws-error.ts'

/** Refused while the group has people or groups below it (HIER-08). */
export const deleteUserHierarchyGroup = defineInstanceOperation<DeleteUserHierarchyGroupRequest, void>(
  'DeleteUserHierarchyGroup',
  (input, instance) => {
    const { id, name } = requireHierarchyGroup(instance, input.HierarchyGroupId)
    const child = instance.hierarchyGroups.find((group) => group.parentId === id)
    if (child) throw inUse(`Hierarchy group ${name} still has the group ${child.name} below it`, 'HIERARCHY_GROUP', id)
    const user = instance.users.find((person) => person.hierarchyGroupId === id)
    if (user) throw inUse(`Hierarchy group ${name} still has users`, 'USER', user.id)
    instance.hierarchyGroups.delete(id)
  },
)
