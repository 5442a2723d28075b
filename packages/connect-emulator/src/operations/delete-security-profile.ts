import type { DeleteSecurityProfileRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireSecurityProfile } from '../rules/security-profile.ts'
import { inUse } from '../wire/aws-error.ts'

/** Refused while a user holds the profile (SP-05, SP-07); the enum of ResourceType has no value for a profile (ERR-11). */
export const deleteSecurityProfile = defineInstanceOperation<DeleteSecurityProfileRequest, void>(
  'DeleteSecurityProfile',
  (input, instance) => {
    const profile = requireSecurityProfile(instance, input.SecurityProfileId)
    if (instance.users.find((user) => user.securityProfileIds.includes(profile.id))) {
      throw inUse(`Security profile ${profile.name} is still assigned to users`)
    }
    instance.securityProfiles.delete(profile.id)
  },
)
