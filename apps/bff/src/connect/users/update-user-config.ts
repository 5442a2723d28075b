import { UpdateUserConfigCommand, type UpdateUserConfigRequest } from '@aws-sdk/client-connect'
import type { ChannelSettings } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { requirePathId } from '../path-id.ts'
import type { WriteOptions } from '../upstream.ts'

type Lists = Omit<UpdateUserConfigRequest, 'InstanceId' | 'UserId'>

/**
 * Writes settings of channels. Only the lists in which something differs are sent, and those with every channel that has a setting: whether
 * Connect merges a list by channel or replaces it is not documented (PHONE-12), and this way both leave the other channels as they are.
 */
export async function updateUserConfig(
  { info, upstream }: ConnectInstance,
  id: string,
  current: readonly ChannelSettings[],
  wanted: readonly ChannelSettings[],
  options: WriteOptions,
): Promise<void> {
  requirePathId(id, 'user')
  const [before, after] = [listsOf(current), listsOf(wanted)]
  const lists = Object.fromEntries(
    Object.entries(after).filter(
      ([name, list = []]) => list.length > 0 && JSON.stringify(list) !== JSON.stringify(before[name as keyof Lists]),
    ),
  )
  const command = new UpdateUserConfigCommand({ InstanceId: info.id, UserId: id, ...lists })
  await upstream.call('UpdateUserConfig', (client, send) => client.send(command, send), options)
}

/** The other way round than read-channels.ts. */
function listsOf(channels: readonly ChannelSettings[]): Required<Lists> {
  return {
    AutoAcceptConfigs: channels.flatMap(({ channel: Channel, autoAccept, agentFirstCallbackAutoAccept: callback }) =>
      autoAccept === null && callback === null
        ? []
        : [{ Channel, AutoAccept: autoAccept ?? undefined, AgentFirstCallbackAutoAccept: callback ?? undefined }],
    ),
    AfterContactWorkConfigs: channels.flatMap((settings) => {
      const { channel: Channel, afterContactWorkSeconds: own } = settings
      const callback = settings.agentFirstCallbackAfterContactWorkSeconds
      if (own === null && callback === null) return []
      return [
        {
          Channel,
          AfterContactWorkConfig: own === null ? undefined : { AfterContactWorkTimeLimit: own },
          ...(callback !== null && {
            AgentFirstCallbackAfterContactWorkConfig: { AfterContactWorkTimeLimit: callback },
          }),
        },
      ]
    }),
    PhoneNumberConfigs: channels.flatMap(({ channel: Channel, phoneType, phoneNumber }) =>
      phoneType === null ? [] : [{ Channel, PhoneType: phoneType, PhoneNumber: phoneNumber ?? undefined }],
    ),
    PersistentConnectionConfigs: channels.flatMap(({ channel: Channel, persistentConnection }) =>
      persistentConnection === null ? [] : [{ Channel, PersistentConnection: persistentConnection }],
    ),
    VoiceEnhancementConfigs: channels.flatMap(({ channel: Channel, voiceEnhancementMode }) =>
      voiceEnhancementMode === null ? [] : [{ Channel, VoiceEnhancementMode: voiceEnhancementMode }],
    ),
  }
}
