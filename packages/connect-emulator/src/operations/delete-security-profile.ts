import type { DeleteSecurityProfileRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireSecurityProfile } from '../rules/security-profile.ts'
import { inUse } from '../wire/aws-error.ts'

/** Refused while a user or an AI agent holds the profile (SP-05, SP-07); the enum of ResourceType has no value for a profile (ERR-11). */
export const deleteSecurityProfile = defineInstanceOperation<DeleteSecurityProfileRequest, void>(
  'DeleteSecurityProfile',
  (input, instance) => {
    const profile = requireSecurityProfile(instance, input.SecurityProfileId)
    if (instance.users.find((user) => user.securityProfileIds.includes(profile.id))) {
      throw inUse(`Security profile ${profile.name} is still assigned to users`)
    }
    if (instance.entityProfiles.find((entity) => entity.securityProfileIds.includes(profile.id))) {
      throw inUse(`Security profile ${profile.name} is still associated with an AI agent`)
    }
    instance.securityProfiles.delete(profile.id)
  },
)
