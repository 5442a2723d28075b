import type { SearchSecurityProfilesRequest, SearchSecurityProfilesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { compileCriteria, type StringField, stringLeaves } from '../search/criteria.ts'
import { searchPage } from '../search/search-page.ts'
import { compileTagFilter } from '../search/tag-filter.ts'
import type { SecurityProfileRecord } from '../state/records.ts'

/** The one field this search knows (SRCH-08). */
const FIELDS: Record<string, StringField<SecurityProfileRecord>> = { name: { read: (profile) => profile.name } }

export const searchSecurityProfiles = defineInstanceOperation<
  SearchSecurityProfilesRequest,
  SearchSecurityProfilesResponse
>('SearchSecurityProfiles', (input, instance, context) => {
  const meetsCriteria = compileCriteria(input.SearchCriteria, stringLeaves(FIELDS))
  const passesFilter = compileTagFilter(input.SearchFilter?.TagFilter)
  const matches = (profile: SecurityProfileRecord): boolean => meetsCriteria(profile) && passesFilter(profile)
  const { items, nextToken, total } = searchPage(
    'SearchSecurityProfiles',
    instance.securityProfiles,
    matches,
    input,
    context,
  )
  return {
    SecurityProfiles: items.map((profile) => ({
      Id: profile.id,
      OrganizationResourceId: instance.id,
      Arn: arnOf(instance, 'security-profile', profile.id),
      SecurityProfileName: profile.name,
      Description: profile.description,
      Tags: { ...profile.tags },
    })),
    NextToken: nextToken,
    ApproximateTotalCount: total,
  }
})
