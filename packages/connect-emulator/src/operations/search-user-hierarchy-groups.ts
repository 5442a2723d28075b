import type { SearchUserHierarchyGroupsRequest, SearchUserHierarchyGroupsResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { hierarchyGroupAnswer } from '../rules/hierarchy.ts'
import { compileCriteria, type StringField, stringLeaves } from '../search/criteria.ts'
import { searchPage } from '../search/search-page.ts'
import { compileAttributeFilter } from '../search/tag-filter.ts'
import type { HierarchyGroupRecord } from '../state/records.ts'

/** Fields as the page of this search spells them (SRCH-08, SRCH-10). */
const FIELDS: Record<string, StringField<HierarchyGroupRecord>> = {
  name: { read: (group) => group.name },
  parentId: { read: (group) => group.parentId, isId: true },
  levelId: { read: (group) => group.levelId, isId: true },
  resourceID: { read: (group) => group.id, isId: true },
}

export const searchUserHierarchyGroups = defineInstanceOperation<
  SearchUserHierarchyGroupsRequest,
  SearchUserHierarchyGroupsResponse
>('SearchUserHierarchyGroups', (input, instance, context) => {
  const meetsCriteria = compileCriteria(input.SearchCriteria, stringLeaves(FIELDS))
  const passesFilter = compileAttributeFilter(input.SearchFilter?.AttributeFilter)
  const matches = (group: HierarchyGroupRecord): boolean => meetsCriteria(group) && passesFilter(group)
  const { items, nextToken, total } = searchPage(
    'SearchUserHierarchyGroups',
    instance.hierarchyGroups,
    matches,
    input,
    context,
  )
  return {
    UserHierarchyGroups: items.map((group) => hierarchyGroupAnswer(instance, group)),
    NextToken: nextToken,
    ApproximateTotalCount: total,
  }
})
