import type {
  ListSecurityProfilePermissionsRequest,
  ListSecurityProfilePermissionsResponse,
} from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { requireSecurityProfile } from '../rules/security-profile.ts'

export const listSecurityProfilePermissions = defineInstanceOperation<
  ListSecurityProfilePermissionsRequest,
  ListSecurityProfilePermissionsResponse
>('ListSecurityProfilePermissions', (input, instance, { now }) => {
  const profile = requireSecurityProfile(instance, input.SecurityProfileId)
  const { items, nextToken } = pageOfList('ListSecurityProfilePermissions', profile.permissions, input, now())
  return {
    Permissions: items,
    NextToken: nextToken,
    LastModifiedTime: new Date(profile.lastModifiedTime),
    LastModifiedRegion: profile.lastModifiedRegion,
  }
})
