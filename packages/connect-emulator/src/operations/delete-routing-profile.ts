import type { DeleteRoutingProfileRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireRoutingProfile } from '../rules/routing-profile.ts'
import { removeAssociationsOf } from '../rules/workspace.ts'
import { inUse } from '../wire/aws-error.ts'

/** Refused while people have it (ERR-10); the enum of ResourceType has no value for it (ERR-11). */
export const deleteRoutingProfile = defineInstanceOperation<DeleteRoutingProfileRequest, void>(
  'DeleteRoutingProfile',
  (input, instance) => {
    const { id, name } = requireRoutingProfile(instance, input.RoutingProfileId)
    if (instance.users.find((user) => user.routingProfileId === id)) {
      throw inUse(`Routing profile ${name} is still assigned to users`)
    }
    removeAssociationsOf(instance, id)
    instance.routingProfiles.delete(id)
  },
)
