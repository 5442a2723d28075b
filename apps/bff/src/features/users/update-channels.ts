import type { ChannelSettings, ChannelWrite } from '@patchbay/contract'
import { updateUserConfig } from '../../connect/users/update-user-config.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'
import { differences } from '../writes/write.ts'
import type { UserPlan } from './update-user.ts'
import { channelStates } from './user-subject.ts'

const NOTHING_SET: Omit<ChannelSettings, 'channel'> = {
  autoAccept: null,
  agentFirstCallbackAutoAccept: null,
  afterContactWorkSeconds: null,
  agentFirstCallbackAfterContactWorkSeconds: null,
  phoneType: null,
  phoneNumber: null,
  persistentConnection: null,
  voiceEnhancementMode: null,
}

/** Only what is asked for and differs; channels and settings that are not named stay as they were read. */
export function planChannels({ instance }: Caller, asked: readonly ChannelWrite[]): UserPlan {
  return ({ settings: { id, channels } }) => {
    const names = [...new Set([...channels, ...asked].map(({ channel }) => channel))]
    const wanted = names.map((channel): ChannelSettings => {
      const current = channels.find((one) => one.channel === channel)
      const change = Object.entries(asked.find((one) => one.channel === channel) ?? {})
      const given = Object.fromEntries(change.filter(([, value]) => value !== undefined))
      return { channel, ...NOTHING_SET, ...current, ...given }
    })
    const fields = differences(channelStates(channels), channelStates(wanted))
    if (fields.length === 0) return []
    requireDeskPhone(wanted)
    requireOwnBesideCallback(wanted)
    return [
      {
        operation: 'UpdateUserConfig',
        done: 'The channel settings were written.',
        fields,
        send: (options) => updateUserConfig(instance, id, channels, wanted, options),
      },
    ]
  }
}

/** PHONE-07; a number stands beside a phone type only (PHONE-11). */
function requireDeskPhone(wanted: readonly ChannelSettings[]): void {
  const isWrong = ({ phoneType, phoneNumber }: ChannelSettings) =>
    (phoneType === 'DESK_PHONE' && phoneNumber === null) || (phoneType === null && phoneNumber !== null)
  if (!wanted.some(isWrong)) return
  const message = 'A desk phone needs a number, as in +442071838750, and a number needs a phone type.'
  throw new Fault('BAD_REQUEST', { fields: [{ field: 'channels', message }] }, { message })
}

/** UpdateUserConfig takes what is set for agent-first callbacks only beside the channel's own. */
function requireOwnBesideCallback(wanted: readonly ChannelSettings[]): void {
  const isAlone = (one: ChannelSettings) =>
    (one.autoAccept === null && one.agentFirstCallbackAutoAccept !== null) ||
    (one.afterContactWorkSeconds === null && one.agentFirstCallbackAfterContactWorkSeconds !== null)
  if (!wanted.some(isAlone)) return
  const message = 'What is set for agent-first callbacks stands beside the voice channel’s own: set that too.'
  throw new Fault('BAD_REQUEST', { fields: [{ field: 'channels', message }] }, { message })
}
