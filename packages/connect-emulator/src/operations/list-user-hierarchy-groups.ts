import type { ListUserHierarchyGroupsRequest, ListUserHierarchyGroupsResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { hierarchyGroupSummary } from '../rules/hierarchy.ts'

/** Rows have neither parent nor level (HIER-10). */
export const listUserHierarchyGroups = defineInstanceOperation<
  ListUserHierarchyGroupsRequest,
  ListUserHierarchyGroupsResponse
>('ListUserHierarchyGroups', (input, instance, { now }) => {
  const { items, nextToken } = pageOfRows('ListUserHierarchyGroups', instance.hierarchyGroups, input, now())
  return {
    UserHierarchyGroupSummaryList: items.map((group) => hierarchyGroupSummary(instance, group)),
    NextToken: nextToken,
  }
})
