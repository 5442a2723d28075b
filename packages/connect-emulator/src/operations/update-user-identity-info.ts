import type { UpdateUserIdentityInfoRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireIdentity } from '../rules/user-identity.ts'
import { requireUser, updateUser } from '../rules/user.ts'
import { invalidRequest } from '../wire/aws-error.ts'

/** Replaces the identity as a whole: a member left out is cleared (USR-16). */
export const updateUserIdentityInfo = defineInstanceOperation<UpdateUserIdentityInfoRequest, void>(
  'UpdateUserIdentityInfo',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    const { identityManagementType } = instance.record
    const identity = input.IdentityInfo
    requireIdentity(identityManagementType, identity)
    if (identityManagementType !== 'EXISTING_DIRECTORY') return updateUser(instance, user, { identity }, now())

    const { FirstName, LastName, Email } = user.identity
    const changesDirectoryData = [identity.FirstName, identity.LastName, identity.Email].some(
      (value) => value !== undefined,
    )
    if (changesDirectoryData)
      throw invalidRequest('FirstName, LastName and Email come from the directory and cannot be updated (USR-10)')
    updateUser(instance, user, { identity: { FirstName, LastName, Email, ...identity } }, now())
  },
)
