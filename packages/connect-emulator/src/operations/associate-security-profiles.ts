import type { AssociateSecurityProfilesRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireAiAgent, requireProfileIds } from '../rules/ai-agent.ts'

/** Gives an AI agent security profiles (AI-01); one that it has already is no error (AI-07). */
export const associateSecurityProfiles = defineInstanceOperation<AssociateSecurityProfilesRequest, void>(
  'AssociateSecurityProfiles',
  (input, instance, { world }) => {
    requireAiAgent(input.EntityType, input.EntityArn)
    const ids = requireProfileIds(instance, input.SecurityProfiles)
    const entity = instance.entityProfiles.get(input.EntityArn)
    const securityProfileIds = [...new Set([...(entity?.securityProfileIds ?? []), ...ids])]
    instance.entityProfiles.put({ id: input.EntityArn, seq: entity?.seq ?? world.nextSeq(), securityProfileIds })
  },
)
