import type { SearchRoutingProfilesRequest, SearchRoutingProfilesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { queueIds, routingProfileBasics } from '../rules/routing-profile.ts'
import { compileCriteria, type StringField, stringLeaves } from '../search/criteria.ts'
import { searchPage } from '../search/search-page.ts'
import { compileTagFilter } from '../search/tag-filter.ts'
import type { RoutingProfileRecord } from '../state/records.ts'

/** Fields as the page of this search spells them (SRCH-08). */
const FIELDS: Record<string, StringField<RoutingProfileRecord>> = {
  associatedQueueIds: { read: (profile) => queueIds(profile.queueConfigs), isId: true },
  name: { read: (profile) => profile.name },
  description: { read: (profile) => profile.description },
  resourceID: { read: (profile) => profile.id, isId: true },
}

/** Rows have queue ids, but neither times nor the availability timer nor cross-channel behaviour (SRCH-09). */
export const searchRoutingProfiles = defineInstanceOperation<
  SearchRoutingProfilesRequest,
  SearchRoutingProfilesResponse
>('SearchRoutingProfiles', (input, instance, context) => {
  const meetsCriteria = compileCriteria(input.SearchCriteria, stringLeaves(FIELDS))
  const passesFilter = compileTagFilter(input.SearchFilter?.TagFilter)
  const matches = (profile: RoutingProfileRecord): boolean => meetsCriteria(profile) && passesFilter(profile)
  const found = searchPage('SearchRoutingProfiles', instance.routingProfiles, matches, input, context)
  return {
    RoutingProfiles: found.items.map((profile) => ({
      ...routingProfileBasics(instance, profile),
      MediaConcurrencies: profile.mediaConcurrencies.map(({ Channel, Concurrency }) => ({ Channel, Concurrency })),
      AssociatedQueueIds: queueIds(profile.queueConfigs),
      AssociatedManualAssignmentQueueIds: queueIds(profile.manualAssignmentQueueConfigs),
    })),
    NextToken: found.nextToken,
    ApproximateTotalCount: found.total,
  }
})
