import type { ListRoutingProfilesRequest, ListRoutingProfilesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { arnOf } from '../rules/arn.ts'

export const listRoutingProfiles = defineInstanceOperation<ListRoutingProfilesRequest, ListRoutingProfilesResponse>(
  'ListRoutingProfiles',
  (input, instance, { now }) => {
    const { items, nextToken } = pageOfRows('ListRoutingProfiles', instance.routingProfiles, input, now())
    return {
      RoutingProfileSummaryList: items.map((profile) => ({
        Id: profile.id,
        Arn: arnOf(instance, 'routing-profile', profile.id),
        Name: profile.name,
        LastModifiedTime: new Date(profile.lastModifiedTime),
        LastModifiedRegion: profile.lastModifiedRegion,
      })),
      NextToken: nextToken,
    }
  },
)
