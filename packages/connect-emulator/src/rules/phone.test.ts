import type { Channel } from '@aws-sdk/client-connect'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHANNELS, phoneConfigOf, settingsOfPhoneConfig } from '../state/channel-settings.ts'
import { mergeChannelConfigs, requireChannelConfigs } from './phone.ts'

const seconds = fc.nat(2_000_000)
const phone = fc.record({
  PhoneType: fc.constantFrom('SOFT_PHONE' as const, 'DESK_PHONE' as const),
  AutoAccept: fc.boolean(),
  AfterContactWorkTimeLimit: seconds,
  DeskPhoneNumber: fc.constantFrom('+15550100', '+4930123456'),
  PersistentConnection: fc.boolean(),
})
const perChannel = fc.uniqueArray(fc.record({ Channel: fc.constantFrom<Channel>(...CHANNELS), limit: seconds }), {
  selector: (one) => one.Channel,
})

test('a PhoneConfig reads back as it was written, in seconds or milliseconds (PHONE-01, PHONE-10)', () => {
  fc.assert(
    fc.property(phone, (config) => {
      const settings = settingsOfPhoneConfig(config)
      expect(phoneConfigOf(settings, 1)).toEqual(config)
      expect(phoneConfigOf(settings, 1000).AfterContactWorkTimeLimit).toBe(config.AfterContactWorkTimeLimit * 1000)
    }),
  )
})

test('merging touches the named channels only, and the last one said wins (PHONE-12)', () => {
  fc.assert(
    fc.property(phone, perChannel, perChannel, (start, first, second) => {
      const lists = [first, second].map((changes) => ({
        AfterContactWorkConfigs: changes.map(({ Channel, limit }) => ({
          Channel,
          AfterContactWorkConfig: { AfterContactWorkTimeLimit: limit },
        })),
      }))
      let settings = settingsOfPhoneConfig(start)
      for (const configs of lists) {
        requireChannelConfigs(configs)
        settings = mergeChannelConfigs(settings, configs)
      }
      const expected = CHANNELS.map((channel) => {
        const said = [...second, ...first].find((one) => one.Channel === channel)
        return [channel, said?.limit ?? start.AfterContactWorkTimeLimit]
      })
      expect(
        settings.afterContactWork.map((one) => [one.Channel, one.AfterContactWorkConfig?.AfterContactWorkTimeLimit]),
      ).toEqual(expected)
      expect(settings.autoAccept).toEqual(settingsOfPhoneConfig(start).autoAccept)
    }),
  )
})
