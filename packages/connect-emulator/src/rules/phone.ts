import type {
  AfterContactWorkConfigPerChannel,
  AutoAcceptConfig,
  PersistentConnectionConfig,
  PhoneNumberConfig,
  UserPhoneConfig,
  VoiceEnhancementConfig,
} from '@aws-sdk/client-connect'
import { settingsOfPhoneConfig } from '../state/channel-settings.ts'
import type { ChannelSettings } from '../state/records.ts'
import { invalidParameter, invalidRequest } from '../wire/aws-error.ts'

/** The five per-channel lists of CreateUser and UpdateUserConfig. */
export interface ChannelConfigs {
  AutoAcceptConfigs?: AutoAcceptConfig[] | undefined
  AfterContactWorkConfigs?: AfterContactWorkConfigPerChannel[] | undefined
  PhoneNumberConfigs?: PhoneNumberConfig[] | undefined
  PersistentConnectionConfigs?: PersistentConnectionConfig[] | undefined
  VoiceEnhancementConfigs?: VoiceEnhancementConfig[] | undefined
}

/** A desk phone needs its number (PHONE-07). @throws AwsError InvalidParameterException */
export function requirePhoneConfig(phone: UserPhoneConfig | undefined): void {
  if (phone?.PhoneType === 'DESK_PHONE' && !phone.DeskPhoneNumber) {
    throw invalidParameter('PhoneConfig.DeskPhoneNumber is required with DESK_PHONE')
  }
}

/**
 * Each list names a channel once, and voice-only settings on VOICE only (PHONE-11).
 * @throws AwsError InvalidParameterException
 */
export function requireChannelConfigs(configs: ChannelConfigs): void {
  requireChannels('AutoAcceptConfigs', configs.AutoAcceptConfigs, false)
  requireChannels('AfterContactWorkConfigs', configs.AfterContactWorkConfigs, false)
  requireChannels('PhoneNumberConfigs', configs.PhoneNumberConfigs, true)
  requireChannels('PersistentConnectionConfigs', configs.PersistentConnectionConfigs, true)
  requireChannels('VoiceEnhancementConfigs', configs.VoiceEnhancementConfigs, true)
  for (const { Channel, AgentFirstCallbackAutoAccept } of configs.AutoAcceptConfigs ?? []) {
    requireVoice('AgentFirstCallbackAutoAccept', Channel, AgentFirstCallbackAutoAccept)
  }
  for (const { Channel, AgentFirstCallbackAfterContactWorkConfig } of configs.AfterContactWorkConfigs ?? []) {
    requireVoice('AgentFirstCallbackAfterContactWorkConfig', Channel, AgentFirstCallbackAfterContactWorkConfig)
  }
  for (const { PhoneType, PhoneNumber } of configs.PhoneNumberConfigs ?? []) {
    if (PhoneType === 'DESK_PHONE' && !PhoneNumber)
      throw invalidParameter('PhoneNumberConfigs.PhoneNumber is required with DESK_PHONE')
  }
}

function requireChannels(
  member: string,
  configs: readonly { Channel: string | undefined }[] | undefined,
  voiceOnly: boolean,
): void {
  const channels = (configs ?? []).map((config) => config.Channel)
  if (new Set(channels).size < channels.length) throw invalidParameter(`${member} must not name a channel twice`)
  if (voiceOnly && channels.some((channel) => channel !== 'VOICE'))
    throw invalidParameter(`${member} takes the channel VOICE only`)
}

function requireVoice(member: string, channel: string | undefined, value: unknown): void {
  if (value !== undefined && channel !== 'VOICE') throw invalidParameter(`${member} is for the channel VOICE only`)
}

/**
 * CreateUser takes each setting in the old form or the new one, not both (PHONE-08).
 * @throws AwsError InvalidRequestException (PHONE-09)
 */
export function requireOneStyle(phone: UserPhoneConfig | undefined, configs: ChannelConfigs): void {
  const pairs: [string, unknown, string, unknown][] = [
    ['AutoAccept', phone?.AutoAccept, 'AutoAcceptConfigs', configs.AutoAcceptConfigs],
    [
      'AfterContactWorkTimeLimit',
      phone?.AfterContactWorkTimeLimit,
      'AfterContactWorkConfigs',
      configs.AfterContactWorkConfigs,
    ],
    ['PhoneType', phone?.PhoneType, 'PhoneNumberConfigs', configs.PhoneNumberConfigs],
    ['DeskPhoneNumber', phone?.DeskPhoneNumber, 'PhoneNumberConfigs', configs.PhoneNumberConfigs],
    [
      'PersistentConnection',
      phone?.PersistentConnection,
      'PersistentConnectionConfigs',
      configs.PersistentConnectionConfigs,
    ],
  ]
  for (const [oldName, oldValue, newName, newValue] of pairs) {
    if (oldValue !== undefined && newValue !== undefined) {
      throw invalidRequest(`PhoneConfig.${oldName} and ${newName} cannot be used together`)
    }
  }
}

/** The settings of a new person from either style. */
export function settingsOfNewUser(phone: UserPhoneConfig | undefined, configs: ChannelConfigs): ChannelSettings {
  return mergeChannelConfigs(settingsOfPhoneConfig(phone ?? {}), configs)
}

/** A list that is absent stays as it was, one that is present is merged by channel (PHONE-12). */
export function mergeChannelConfigs(settings: ChannelSettings, configs: ChannelConfigs): ChannelSettings {
  return {
    autoAccept: mergeByChannel(settings.autoAccept, configs.AutoAcceptConfigs),
    afterContactWork: mergeByChannel(settings.afterContactWork, configs.AfterContactWorkConfigs),
    phoneNumbers: mergeByChannel(settings.phoneNumbers, configs.PhoneNumberConfigs),
    persistentConnection: mergeByChannel(settings.persistentConnection, configs.PersistentConnectionConfigs),
    voiceEnhancement: mergeByChannel(settings.voiceEnhancement, configs.VoiceEnhancementConfigs),
  }
}

function mergeByChannel<T extends { Channel: string | undefined }>(
  current: readonly T[],
  changes: readonly T[] | undefined,
): readonly T[] {
  if (!changes?.length) return current
  const byChannel = new Map(current.map((config) => [config.Channel, config]))
  for (const config of changes) byChannel.set(config.Channel, config)
  return [...byChannel.values()]
}
