import type { ListSecurityProfileAIAgentsRequest, ListSecurityProfileAIAgentsResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { requireSecurityProfile } from '../rules/security-profile.ts'

export const listSecurityProfileAIAgents = defineInstanceOperation<
  ListSecurityProfileAIAgentsRequest,
  ListSecurityProfileAIAgentsResponse
>('ListSecurityProfileAIAgents', (input, instance, { now }) => {
  const profile = requireSecurityProfile(instance, input.SecurityProfileId)
  const { items, nextToken } = pageOfList('ListSecurityProfileAIAgents', profile.allowedAIAgents, input, now())
  return {
    AllowedAIAgents: items,
    NextToken: nextToken,
    LastModifiedTime: new Date(profile.lastModifiedTime),
    LastModifiedRegion: profile.lastModifiedRegion,
  }
})
