import type { ListEntitySecurityProfilesRequest, ListEntitySecurityProfilesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { requireAiAgent } from '../rules/ai-agent.ts'

/** A POST with the ARN in its body; rows are ids only (AI-03, AI-04). */
export const listEntitySecurityProfiles = defineInstanceOperation<
  ListEntitySecurityProfilesRequest,
  ListEntitySecurityProfilesResponse
>('ListEntitySecurityProfiles', (input, instance, { now }) => {
  requireAiAgent(input.EntityType, input.EntityArn)
  const ids = instance.entityProfiles.get(input.EntityArn)?.securityProfileIds ?? []
  const { items, nextToken } = pageOfList('ListEntitySecurityProfiles', ids, input, now())
  return { SecurityProfiles: items.map((Id) => ({ Id })), NextToken: nextToken }
})
