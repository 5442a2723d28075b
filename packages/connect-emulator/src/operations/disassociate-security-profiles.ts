import type { DisassociateSecurityProfilesRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireAiAgent, requireProfileIds } from '../rules/ai-agent.ts'

/** Takes security profiles from an AI agent; one that it does not have is no error (AI-07). */
export const disassociateSecurityProfiles = defineInstanceOperation<DisassociateSecurityProfilesRequest, void>(
  'DisassociateSecurityProfiles',
  (input, instance) => {
    requireAiAgent(input.EntityType, input.EntityArn)
    const gone = new Set(requireProfileIds(instance, input.SecurityProfiles))
    const entity = instance.entityProfiles.get(input.EntityArn)
    if (!entity) return
    const securityProfileIds = entity.securityProfileIds.filter((id) => !gone.has(id))
    if (securityProfileIds.length === 0) instance.entityProfiles.delete(entity.id)
    else instance.entityProfiles.put({ ...entity, securityProfileIds })
  },
)
