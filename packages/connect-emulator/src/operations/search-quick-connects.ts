import type { SearchQuickConnectsRequest, SearchQuickConnectsResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { quickConnectAnswer } from '../rules/quick-connect.ts'
import { compileCriteria, type StringField, stringLeaves } from '../search/criteria.ts'
import { searchPage } from '../search/search-page.ts'
import { compileTagFilter } from '../search/tag-filter.ts'
import type { QuickConnectRecord } from '../state/records.ts'

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_QuickConnectSearchCriteria.html: not whom it leads to. */
const FIELDS: Record<string, StringField<QuickConnectRecord>> = {
  name: { read: ({ name }) => name },
  description: { read: ({ description }) => description },
  resourceID: { read: ({ id }) => id, isId: true },
}

export const searchQuickConnects = defineInstanceOperation<SearchQuickConnectsRequest, SearchQuickConnectsResponse>(
  'SearchQuickConnects',
  (input, instance, context) => {
    const meetsCriteria = compileCriteria(input.SearchCriteria, stringLeaves(FIELDS))
    const passesFilter = compileTagFilter(input.SearchFilter?.TagFilter)
    const matches = (row: QuickConnectRecord): boolean => meetsCriteria(row) && passesFilter(row)
    const found = searchPage('SearchQuickConnects', instance.quickConnects, matches, input, context)
    return {
      QuickConnects: found.items.map((row) => quickConnectAnswer(instance, row)),
      NextToken: found.nextToken,
      ApproximateTotalCount: found.total,
    }
  },
)
