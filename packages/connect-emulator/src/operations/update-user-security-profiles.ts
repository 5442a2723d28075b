import type { UpdateUserSecurityProfilesRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireSecurityProfiles, requireUser, updateUser } from '../rules/user.ts'

/** Replaces the whole set (USR-14). */
export const updateUserSecurityProfiles = defineInstanceOperation<UpdateUserSecurityProfilesRequest, void>(
  'UpdateUserSecurityProfiles',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    requireSecurityProfiles(instance, input.SecurityProfileIds)
    updateUser(instance, user, { securityProfileIds: input.SecurityProfileIds }, now())
  },
)
