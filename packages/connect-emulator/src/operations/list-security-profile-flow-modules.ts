import type {
  ListSecurityProfileFlowModulesRequest,
  ListSecurityProfileFlowModulesResponse,
} from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { requireSecurityProfile } from '../rules/security-profile.ts'

export const listSecurityProfileFlowModules = defineInstanceOperation<
  ListSecurityProfileFlowModulesRequest,
  ListSecurityProfileFlowModulesResponse
>('ListSecurityProfileFlowModules', (input, instance, { now }) => {
  const profile = requireSecurityProfile(instance, input.SecurityProfileId)
  const { items, nextToken } = pageOfList('ListSecurityProfileFlowModules', profile.allowedFlowModules, input, now())
  return {
    AllowedFlowModules: items,
    NextToken: nextToken,
    LastModifiedTime: new Date(profile.lastModifiedTime),
    LastModifiedRegion: profile.lastModifiedRegion,
  }
})
