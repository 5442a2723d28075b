import type { EntityType, SecurityProfileItem } from '@aws-sdk/client-connect'
import type { Instance } from '../state/instance.ts'
import { invalidParameter } from '../wire/aws-error.ts'
import { requireSecurityProfile } from './security-profile.ts'

/** With or without a version; each qualifier is an entity of its own (ARN-03, AI-02). */
const AI_AGENT_ARN =
  /^arn:(?:aws|aws-cn|aws-us-gov):wisdom:[a-z0-9-]+:\d{12}:ai-agent\/[\w-]+\/[\w-]+(?::(?:\d+|\$LATEST|\$SAVED))?$/

/**
 * Only AI agents have their profiles associated this way (AI-01, AI-07).
 * @throws AwsError InvalidParameterException
 */
export function requireAiAgent(type: EntityType, arn: string): void {
  if (type !== 'AI_AGENT') throw invalidParameter(`EntityType ${type} is not supported; only AI_AGENT is`)
  if (!AI_AGENT_ARN.test(arn)) throw invalidParameter('EntityArn is not the ARN of an AI agent')
}

/** The ids of existing profiles. @throws AwsError InvalidParameterException, ResourceNotFoundException */
export function requireProfileIds(instance: Instance, items: readonly SecurityProfileItem[]): string[] {
  return items.map(({ Id }) => {
    if (Id === undefined) throw invalidParameter('SecurityProfiles.Id is required')
    return requireSecurityProfile(instance, Id).id
  })
}
