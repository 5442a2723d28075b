import { ACCOUNT_ID } from '../rules/arn.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import type { Random } from './random.ts'

/** AI agents are another service's resources (AI-06); here they exist by the security profiles associated with them. */
export function seedAiAgents(world: World, instance: Instance, count: number, random: Random): void {
  const assistantId = random.uuid()
  const profiles = [...instance.securityProfiles]
  for (let at = 0; at < count; at++) {
    instance.entityProfiles.put({
      id: `arn:aws:wisdom:${instance.record.region}:${ACCOUNT_ID}:ai-agent/${assistantId}/${random.uuid()}`,
      seq: world.nextSeq(),
      securityProfileIds: [random.pick(profiles).id],
    })
  }
}
