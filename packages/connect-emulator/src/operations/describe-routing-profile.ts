import type { DescribeRoutingProfileRequest, DescribeRoutingProfileResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireRoutingProfile, routingProfileBasics } from '../rules/routing-profile.ts'

/** With times and timer, but its queue ids stay empty: they are in SearchRoutingProfiles (SRCH-09). */
export const describeRoutingProfile = defineInstanceOperation<
  DescribeRoutingProfileRequest,
  DescribeRoutingProfileResponse
>('DescribeRoutingProfile', (input, instance) => {
  const profile = requireRoutingProfile(instance, input.RoutingProfileId)
  return {
    RoutingProfile: {
      ...routingProfileBasics(instance, profile),
      AgentAvailabilityTimer: profile.agentAvailabilityTimer,
      LastModifiedTime: new Date(profile.lastModifiedTime),
      LastModifiedRegion: profile.lastModifiedRegion,
    },
  }
})
