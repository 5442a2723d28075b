import type { ListSecurityProfilesRequest, ListSecurityProfilesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { arnOf } from '../rules/arn.ts'

export const listSecurityProfiles = defineInstanceOperation<ListSecurityProfilesRequest, ListSecurityProfilesResponse>(
  'ListSecurityProfiles',
  (input, instance, { now }) => {
    const { items, nextToken } = pageOfRows('ListSecurityProfiles', instance.securityProfiles, input, now())
    return {
      SecurityProfileSummaryList: items.map((profile) => ({
        Id: profile.id,
        Arn: arnOf(instance, 'security-profile', profile.id),
        Name: profile.name,
        LastModifiedTime: new Date(profile.lastModifiedTime),
        LastModifiedRegion: profile.lastModifiedRegion,
      })),
      NextToken: nextToken,
    }
  },
)
