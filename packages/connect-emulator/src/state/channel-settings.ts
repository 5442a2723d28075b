import type { AfterContactWorkConfigPerChannel, AutoAcceptConfig, UserPhoneConfig } from '@aws-sdk/client-connect'
import type { ChannelSettings } from './records.ts'

export const CHANNELS = ['VOICE', 'CHAT', 'TASK', 'EMAIL'] as const

// Most people share the same few settings; sharing the lists keeps 50,000 of them small.
const sharedAutoAccept = new Map<boolean, readonly AutoAcceptConfig[]>()
const sharedAfterContactWork = new Map<number, readonly AfterContactWorkConfigPerChannel[]>()

/** One auto-accept value on all channels, as the older PhoneConfig means it. */
export function autoAcceptEverywhere(autoAccept: boolean): readonly AutoAcceptConfig[] {
  return shared(sharedAutoAccept, autoAccept, () => CHANNELS.map((Channel) => ({ Channel, AutoAccept: autoAccept })))
}

/** One after-contact work limit, in seconds, on all channels. */
export function afterContactWorkEverywhere(seconds: number): readonly AfterContactWorkConfigPerChannel[] {
  return shared(sharedAfterContactWork, seconds, () =>
    CHANNELS.map((Channel) => ({ Channel, AfterContactWorkConfig: { AfterContactWorkTimeLimit: seconds } })),
  )
}

function shared<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  let value = cache.get(key)
  if (value === undefined) {
    value = make()
    if (cache.size < 1000) cache.set(key, value)
  }
  return value
}

/** The settings that an older PhoneConfig stands for: defaults for what is absent (PHONE-04, PHONE-05), one value on all channels (PHONE-10). */
export function settingsOfPhoneConfig(phone: UserPhoneConfig): ChannelSettings {
  const PhoneNumber = phone.DeskPhoneNumber
  return {
    autoAccept: autoAcceptEverywhere(phone.AutoAccept ?? false),
    afterContactWork: afterContactWorkEverywhere(phone.AfterContactWorkTimeLimit ?? 0),
    phoneNumbers: [
      {
        Channel: 'VOICE',
        PhoneType: phone.PhoneType ?? 'SOFT_PHONE',
        ...(PhoneNumber === undefined ? {} : { PhoneNumber }),
      },
    ],
    persistentConnection:
      phone.PersistentConnection === undefined
        ? []
        : [{ Channel: 'VOICE', PersistentConnection: phone.PersistentConnection }],
    voiceEnhancement: [],
  }
}

/**
 * The older PhoneConfig as a view on the settings: the voice channel's values.
 * @param acwFactor 1 for seconds, 1000 for the milliseconds of SearchUsers (PHONE-01, PHONE-02)
 */
export function phoneConfigOf(channels: ChannelSettings, acwFactor: 1 | 1000): UserPhoneConfig {
  const phone = voice(channels.phoneNumbers)
  const limit = voice(channels.afterContactWork)?.AfterContactWorkConfig?.AfterContactWorkTimeLimit ?? 0
  return {
    PhoneType: phone?.PhoneType ?? 'SOFT_PHONE',
    AutoAccept: voice(channels.autoAccept)?.AutoAccept ?? false,
    AfterContactWorkTimeLimit: limit * acwFactor,
    DeskPhoneNumber: phone?.PhoneNumber,
    PersistentConnection: voice(channels.persistentConnection)?.PersistentConnection,
  }
}

/** The per-channel after-contact work limits in milliseconds, as SearchUsers gives them (PHONE-02). */
export function afterContactWorkInMilliseconds(
  configs: readonly AfterContactWorkConfigPerChannel[],
): AfterContactWorkConfigPerChannel[] {
  return configs.map((config) => ({
    ...config,
    AfterContactWorkConfig: inMilliseconds(config.AfterContactWorkConfig),
    AgentFirstCallbackAfterContactWorkConfig: inMilliseconds(config.AgentFirstCallbackAfterContactWorkConfig),
  }))
}

function inMilliseconds<T extends { AfterContactWorkTimeLimit?: number | undefined } | undefined>(config: T): T {
  if (config?.AfterContactWorkTimeLimit === undefined) return config
  return { ...config, AfterContactWorkTimeLimit: config.AfterContactWorkTimeLimit * 1000 }
}

function voice<T extends { Channel: string | undefined }>(configs: readonly T[]): T | undefined {
  return configs.find((config) => config.Channel === 'VOICE')
}
