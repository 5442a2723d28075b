import type {
  AfterContactWorkConfigPerChannel,
  AutoAcceptConfig,
  PersistentConnectionConfig,
  PhoneNumberConfig,
  VoiceEnhancementConfig,
} from '@aws-sdk/client-connect'
import { channel, type ChannelSettings } from '@patchbay/contract'

interface ChannelLists {
  readonly AutoAcceptConfigs?: AutoAcceptConfig[] | undefined
  readonly AfterContactWorkConfigs?: AfterContactWorkConfigPerChannel[] | undefined
  readonly PhoneNumberConfigs?: PhoneNumberConfig[] | undefined
  readonly PersistentConnectionConfigs?: PersistentConnectionConfig[] | undefined
  readonly VoiceEnhancementConfigs?: VoiceEnhancementConfig[] | undefined
}

/** Connect's five lists by channel, turned into one list of channels; a channel that no list names is left out. */
export function readChannels(lists: ChannelLists): ChannelSettings[] {
  return channel.options.flatMap((name) => {
    const autoAccept = of(lists.AutoAcceptConfigs, name)
    const afterContactWork = of(lists.AfterContactWorkConfigs, name)
    const phone = of(lists.PhoneNumberConfigs, name)
    const connection = of(lists.PersistentConnectionConfigs, name)
    const voice = of(lists.VoiceEnhancementConfigs, name)
    if (!autoAccept && !afterContactWork && !phone && !connection && !voice) return []
    return [
      {
        channel: name,
        autoAccept: autoAccept?.AutoAccept ?? null,
        agentFirstCallbackAutoAccept: autoAccept?.AgentFirstCallbackAutoAccept ?? null,
        afterContactWorkSeconds: afterContactWork?.AfterContactWorkConfig?.AfterContactWorkTimeLimit ?? null,
        agentFirstCallbackAfterContactWorkSeconds:
          afterContactWork?.AgentFirstCallbackAfterContactWorkConfig?.AfterContactWorkTimeLimit ?? null,
        phoneType: phone?.PhoneType ?? null,
        phoneNumber: phone?.PhoneNumber ?? null,
        persistentConnection: connection?.PersistentConnection ?? null,
        voiceEnhancementMode: voice?.VoiceEnhancementMode ?? null,
      },
    ]
  })
}

function of<Config extends { Channel: string | undefined }>(configs: readonly Config[] | undefined, name: string) {
  return configs?.find((config) => config.Channel === name)
}
