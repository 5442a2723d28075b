import type { UpdateSecurityProfileRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import {
  requireSecurityProfile,
  requireSecurityProfileContent,
  securityProfileContent,
} from '../rules/security-profile.ts'

/** There is no name member: a profile cannot be renamed by API (SP-01). */
export const updateSecurityProfile = defineInstanceOperation<UpdateSecurityProfileRequest, void>(
  'UpdateSecurityProfile',
  (input, instance, { now }) => {
    const profile = requireSecurityProfile(instance, input.SecurityProfileId)
    requireSecurityProfileContent(instance, input)
    instance.securityProfiles.put({
      ...profile,
      ...securityProfileContent(input, profile),
      lastModifiedTime: now(),
      lastModifiedRegion: instance.record.region,
    })
  },
)
