import type { UpdateUserHierarchyRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireHierarchyGroup } from '../rules/hierarchy.ts'
import { requireUser, updateUser } from '../rules/user.ts'

/** Leaving HierarchyGroupId out takes the person out of any group (USR-17, USR-18). */
export const updateUserHierarchy = defineInstanceOperation<UpdateUserHierarchyRequest, void>(
  'UpdateUserHierarchy',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    if (input.HierarchyGroupId !== undefined) requireHierarchyGroup(instance, input.HierarchyGroupId)
    updateUser(instance, user, { hierarchyGroupId: input.HierarchyGroupId }, now())
  },
)
