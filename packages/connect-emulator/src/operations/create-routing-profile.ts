import type { CreateRoutingProfileRequest, CreateRoutingProfileResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { requireRoom } from '../rules/quota.ts'
import { requireNewRoutingProfile } from '../rules/routing-profile.ts'

export const createRoutingProfile = defineInstanceOperation<CreateRoutingProfileRequest, CreateRoutingProfileResponse>(
  'CreateRoutingProfile',
  (input, instance, context) => {
    requireNewRoutingProfile(instance, input)
    requireRoom(instance, 'routingProfiles')
    const id = context.newId()
    instance.routingProfiles.put({
      id,
      seq: context.world.nextSeq(),
      name: input.Name,
      description: input.Description,
      isDefault: false,
      mediaConcurrencies: input.MediaConcurrencies,
      defaultOutboundQueueId: input.DefaultOutboundQueueId,
      queueConfigs: input.QueueConfigs ?? [],
      manualAssignmentQueueConfigs: input.ManualAssignmentQueueConfigs ?? [],
      agentAvailabilityTimer: input.AgentAvailabilityTimer ?? 'TIME_SINCE_LAST_ACTIVITY',
      tags: input.Tags ?? {},
      lastModifiedTime: context.now(),
      lastModifiedRegion: instance.record.region,
    })
    return { RoutingProfileId: id, RoutingProfileArn: arnOf(instance, 'routing-profile', id) }
  },
)
