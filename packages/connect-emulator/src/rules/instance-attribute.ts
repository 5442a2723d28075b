import type { InstanceAttributeType } from '@aws-sdk/client-connect'
import type { InstanceRecord } from '../state/records.ts'

/** What a new instance has, as the console shows it; values are the texts true and false. */
// The installed SDK is older than the last one's name.
const DEFAULTS: Record<InstanceAttributeType | 'AUTO_MUTE_AGENT_ON_HOLD', 'true' | 'false'> = {
  INBOUND_CALLS: 'true',
  OUTBOUND_CALLS: 'true',
  CONTACTFLOW_LOGS: 'false',
  CONTACT_LENS: 'true',
  AUTO_RESOLVE_BEST_VOICES: 'true',
  USE_CUSTOM_TTS_VOICES: 'false',
  EARLY_MEDIA: 'true',
  MULTI_PARTY_CONFERENCE: 'false',
  HIGH_VOLUME_OUTBOUND: 'false',
  ENHANCED_CONTACT_MONITORING: 'false',
  ENHANCED_CHAT_MONITORING: 'false',
  MULTI_PARTY_CHAT_CONFERENCE: 'false',
  MESSAGE_STREAMING: 'false',
  AUTO_MUTE_AGENT_ON_HOLD: 'false',
}

export const INSTANCE_ATTRIBUTE_TYPES = Object.keys(DEFAULTS) as InstanceAttributeType[]

export function instanceAttribute(instance: InstanceRecord, type: InstanceAttributeType): string {
  return instance.attributes[type] ?? DEFAULTS[type]
}
