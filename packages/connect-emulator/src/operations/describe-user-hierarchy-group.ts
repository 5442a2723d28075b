import type { DescribeUserHierarchyGroupRequest, DescribeUserHierarchyGroupResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { hierarchyGroupAnswer, requireHierarchyGroup } from '../rules/hierarchy.ts'

export const describeUserHierarchyGroup = defineInstanceOperation<
  DescribeUserHierarchyGroupRequest,
  DescribeUserHierarchyGroupResponse
>('DescribeUserHierarchyGroup', (input, instance) => ({
  HierarchyGroup: hierarchyGroupAnswer(instance, requireHierarchyGroup(instance, input.HierarchyGroupId)),
}))
