import { channelWrite, type ChannelSettings, type ChannelWrite, type User } from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'
import { formatAfterContactWork, toDurationInput } from './after-contact-work.ts'
import { onOff, typedAfterContactWork } from './phone-form.ts'

export const channelNames: Record<ChannelSettings['channel'], string> = {
  VOICE: 'Voice',
  CHAT: 'Chat',
  TASK: 'Task',
  EMAIL: 'E-mail',
}

export const voiceEnhancements: Record<NonNullable<ChannelSettings['voiceEnhancementMode']>, string> = {
  VOICE_ISOLATION: 'Voice isolation',
  NOISE_SUPPRESSION: 'Noise suppression',
  NONE: 'None',
}

type Channel = ChannelSettings['channel']
/** Phone type and number of the voice channel are those under Phone. */
type Setting = Exclude<keyof ChannelWrite, 'channel' | 'phoneType' | 'phoneNumber'>
type Kind = 'switch' | 'duration' | 'enhancement'

const settings: Record<Setting, { readonly label: string; readonly kind: Kind; readonly isVoiceOnly: boolean }> = {
  autoAccept: { label: 'Auto-accept', kind: 'switch', isVoiceOnly: false },
  afterContactWorkSeconds: { label: 'After-contact work', kind: 'duration', isVoiceOnly: false },
  agentFirstCallbackAutoAccept: { label: 'Auto-accept of agent-first callbacks', kind: 'switch', isVoiceOnly: true },
  agentFirstCallbackAfterContactWorkSeconds: {
    label: 'After-contact work of agent-first callbacks',
    kind: 'duration',
    isVoiceOnly: true,
  },
  persistentConnection: { label: 'Persistent connection', kind: 'switch', isVoiceOnly: true },
  voiceEnhancementMode: { label: 'Voice enhancement', kind: 'enhancement', isVoiceOnly: true },
}

/** One field of the form: one setting of one channel. */
export interface ChannelField {
  readonly name: string
  readonly channel: Channel
  readonly setting: Setting
  readonly label: string
  readonly kind: Kind
}

export const channelFields: readonly ChannelField[] = (Object.keys(channelNames) as Channel[]).flatMap((channel) =>
  (Object.keys(settings) as Setting[])
    // PHONE-11
    .filter((setting) => channel === 'VOICE' || !settings[setting].isVoiceOnly)
    .map((setting) => {
      const { label, kind } = settings[setting]
      return { name: `${channel.toLowerCase()}-${setting}`, channel, setting, label, kind }
    }),
)

type Value = boolean | number | NonNullable<ChannelSettings['voiceEnhancementMode']> | undefined
export type ChannelsInput = Record<string, string>
export type ChannelsOutput = Record<string, Value>

const schemas: Record<Kind, z.ZodType<Value>> = {
  switch: z.enum(['on', 'off'], 'Choose on or off.').transform((chosen) => chosen === 'on'),
  duration: typedAfterContactWork,
  enhancement: channelWrite.shape.voiceEnhancementMode,
}

/** Empty leaves a setting that the channel does not have as it is. One that it has cannot be taken away by Connect. */
function typedSetting(kind: Kind, isSet: boolean): z.ZodType<Value, string> {
  return z.string().transform((typed, context) => {
    const parsed = schemas[kind].safeParse(typed)
    if (typed === '' ? !isSet : parsed.success) return parsed.data
    const message =
      typed === '' ? 'Amazon Connect cannot take this setting away again: say what it shall be.' : undefined
    context.issues.push({ code: 'custom', input: typed, message: message ?? parsed.error?.issues[0]?.message })
    return z.NEVER
  })
}

export function channelsForm({ channels }: Pick<User, 'channels'>) {
  return z
    .object(
      Object.fromEntries(
        channelFields.map(({ name, channel, setting, kind }) => [
          name,
          typedSetting(kind, settingOf(channels, channel, setting) !== null),
        ]),
      ),
    )
    .check(({ value, issues }) => {
      for (const [own, callback] of ownBesideCallback) {
        if (value[own] !== undefined || value[callback] === undefined) continue
        const message = 'Set this too: Amazon Connect takes what is set for agent-first callbacks only beside it.'
        issues.push({ code: 'custom', input: value, path: [own], message })
      }
    })
}

const ownBesideCallback = [
  ['voice-autoAccept', 'voice-agentFirstCallbackAutoAccept'],
  ['voice-afterContactWorkSeconds', 'voice-agentFirstCallbackAfterContactWorkSeconds'],
] as const

function settingOf(channels: User['channels'], channel: Channel, setting: Setting) {
  return channels.find((one) => one.channel === channel)?.[setting] ?? null
}

export function toChannelsForm({ channels, version }: Pick<User, 'channels' | 'version'>) {
  const values: ChannelsInput = {}
  for (const { name, channel, setting } of channelFields) values[name] = toInput(settingOf(channels, channel, setting))
  return { version, values }
}

function toInput(value: boolean | number | string | null): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'number' ? toDurationInput(value) : (value ?? '')
}

export const channelsTexts: FieldTexts<ChannelsOutput> = Object.fromEntries(
  channelFields.map(({ name, channel, label }) => [
    name,
    { label: `${channelNames[channel]}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`, format },
  ]),
)

function format(value: Value): string {
  if (value === undefined) return 'Not set'
  if (typeof value === 'boolean') return onOff(value)
  return typeof value === 'number' ? formatAfterContactWork(value) : voiceEnhancements[value]
}

function changedFields({ channels }: Pick<User, 'channels'>, values: ChannelsOutput): ChannelField[] {
  return channelFields.filter(({ name, channel, setting }) => {
    const value = values[name]
    return value !== undefined && value !== settingOf(channels, channel, setting)
  })
}

/** The channels in which something differs, with what differs: nothing else is sent. */
export function changedChannels(user: Pick<User, 'channels'>, values: ChannelsOutput): ChannelWrite[] {
  const byChannel = Map.groupBy(changedFields(user, values), ({ channel }) => channel)
  return Array.from(byChannel, ([channel, changed]) =>
    // As the route takes it: what the fields allow one by one it allows together.
    channelWrite.parse({ channel, ...Object.fromEntries(changed.map(({ setting, name }) => [setting, values[name]])) }),
  )
}

/** The fields that a refusal may be about: Connect names a setting, but not for which of the channels it was changed for. */
export function fieldsOfRefusal(user: Pick<User, 'channels'>, values: ChannelsOutput, setting: string): string[] {
  return changedFields(user, values).flatMap((one) => (one.setting === setting ? [one.name] : []))
}
