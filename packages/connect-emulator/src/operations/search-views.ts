import type { SearchViewsRequest, SearchViewsResponse } from '@aws-sdk/client-connect'
import { defineInstanceOrArnOperation } from '../operation.ts'
import { viewAnswer } from '../rules/view.ts'
import { compileCriteria, compileString, type Predicate, type StringField } from '../search/criteria.ts'
import { searchPage } from '../search/search-page.ts'
import { compileAttributeFilter } from '../search/tag-filter.ts'
import type { ViewRecord } from '../state/records.ts'

/** The page names no fields for views; these follow the other searches. */
const FIELDS: Record<string, StringField<ViewRecord>> = {
  name: { read: (view) => view.name },
  description: { read: (view) => view.description },
  resourceID: { read: (view) => view.id, isId: true },
}

export const searchViews = defineInstanceOrArnOperation<SearchViewsRequest, SearchViewsResponse>(
  'SearchViews',
  (input, instance, context) => {
    const meetsCriteria = compileCriteria(input.SearchCriteria, (criteria) => {
      const leaves: Predicate<ViewRecord>[] = []
      const { StringCondition, ViewTypeCondition, ViewStatusCondition } = criteria
      if (StringCondition) leaves.push(compileString(StringCondition, FIELDS))
      if (ViewTypeCondition) leaves.push((view) => view.type === ViewTypeCondition)
      if (ViewStatusCondition) leaves.push(() => ViewStatusCondition === 'PUBLISHED')
      return leaves
    })
    const passesFilter = compileAttributeFilter(input.SearchFilter?.AttributeFilter)
    const matches = (view: ViewRecord): boolean => meetsCriteria(view) && passesFilter(view)
    const found = searchPage('SearchViews', instance.views, matches, input, context)
    return { Views: found.items.map(viewAnswer), NextToken: found.nextToken, ApproximateTotalCount: found.total }
  },
)
