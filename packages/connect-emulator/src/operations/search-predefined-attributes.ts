import type { SearchPredefinedAttributesRequest, SearchPredefinedAttributesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { predefinedAttributeAnswer } from '../rules/predefined-attribute.ts'
import { compileCriteria, type StringField, stringLeaves } from '../search/criteria.ts'
import { searchPage } from '../search/search-page.ts'
import type { PredefinedAttributeRecord } from '../state/records.ts'

/** The page names no fields; an attribute has nothing but its name to be found by. */
const FIELDS: Record<string, StringField<PredefinedAttributeRecord>> = { name: { read: (attribute) => attribute.id } }

export const searchPredefinedAttributes = defineInstanceOperation<
  SearchPredefinedAttributesRequest,
  SearchPredefinedAttributesResponse
>('SearchPredefinedAttributes', (input, instance, context) => {
  const matches = compileCriteria(input.SearchCriteria, stringLeaves(FIELDS))
  const found = searchPage('SearchPredefinedAttributes', instance.predefinedAttributes, matches, input, context)
  return {
    PredefinedAttributes: found.items.map(predefinedAttributeAnswer),
    NextToken: found.nextToken,
    ApproximateTotalCount: found.total,
  }
})
