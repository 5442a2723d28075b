import type { UpdateUserRoutingProfileRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireRoutingProfile } from '../rules/routing-profile.ts'
import { requireUser, updateUser } from '../rules/user.ts'

export const updateUserRoutingProfile = defineInstanceOperation<UpdateUserRoutingProfileRequest, void>(
  'UpdateUserRoutingProfile',
  (input, instance, { now }) => {
    const user = requireUser(instance, input.UserId)
    requireRoutingProfile(instance, input.RoutingProfileId)
    updateUser(instance, user, { routingProfileId: input.RoutingProfileId }, now())
  },
)
