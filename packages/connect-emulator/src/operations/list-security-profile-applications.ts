import type {
  ListSecurityProfileApplicationsRequest,
  ListSecurityProfileApplicationsResponse,
} from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { requireSecurityProfile } from '../rules/security-profile.ts'

export const listSecurityProfileApplications = defineInstanceOperation<
  ListSecurityProfileApplicationsRequest,
  ListSecurityProfileApplicationsResponse
>('ListSecurityProfileApplications', (input, instance, { now }) => {
  const profile = requireSecurityProfile(instance, input.SecurityProfileId)
  const { items, nextToken } = pageOfList('ListSecurityProfileApplications', profile.applications, input, now())
  return {
    Applications: items,
    NextToken: nextToken,
    LastModifiedTime: new Date(profile.lastModifiedTime),
    LastModifiedRegion: profile.lastModifiedRegion,
  }
})
