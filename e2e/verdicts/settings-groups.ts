import {
  channelsWrite,
  identityWrite,
  phoneWrite,
  type ChannelSettings,
  type ChannelWrite,
  type Identity,
  type IdentityManagementType,
  type Phone,
} from '@patchbay/contract'
import fc from 'fast-check'
import type { ConnectInstance } from '../../apps/bff/src/connect/connect-door.ts'
import { updateUserConfig } from '../../apps/bff/src/connect/users/update-user-config.ts'
import { updateUserIdentityInfo, updateUserPhoneConfig } from '../../apps/bff/src/connect/users/write-user.ts'
import type { Caller } from '../../apps/bff/src/features/caller.ts'
import { planChannels } from '../../apps/bff/src/features/users/update-channels.ts'
import { requireIdentityFor } from '../../apps/bff/src/features/users/update-identity.ts'
import type { UserReading } from '../../apps/bff/src/features/users/read-user.ts'
import {
  changedChannels,
  channelFields,
  channelsForm,
  toChannelsForm,
  type ChannelsInput,
} from '../../apps/web/src/features/users/channels-form.ts'
import { identityForm, toIdentityForm } from '../../apps/web/src/features/users/identity-form.ts'
import { phoneForm } from '../../apps/web/src/features/users/phone-form.ts'
import { createLocks } from '../../apps/web/src/features/users/user-create-form.ts'
import type { Place } from './connect.ts'
import {
  askedAddress,
  askedNumber,
  askedSeconds,
  groupOf,
  nfc,
  once,
  pathOf,
  taken,
  unlessRefused,
  version,
} from './group.ts'
import { duration, emailAddress, phoneNumber, textNear } from './near-bounds.ts'

/** One of the slots filled anew, the rest as it was. */
export const oneOf = <Typed>(base: Typed, slots: readonly fc.Arbitrary<Partial<Typed>>[]): fc.Arbitrary<Typed> =>
  fc.oneof(...slots).map((slot) => ({ ...base, ...slot }))

export type IdentityInput = ReturnType<typeof toIdentityForm>['values']

export function identitySlots(place: Place): fc.Arbitrary<Partial<IdentityInput>>[] {
  const slots = {
    firstName: textNear(1, 255),
    lastName: fc.oneof(textNear(1, 256), textNear(1, 300)),
    email: emailAddress,
    secondaryEmail: emailAddress,
    mobile: phoneNumber,
  }
  const locks = createLocks(place.kind)
  return Object.entries(slots)
    .filter(([field]) => locks[field as keyof Identity] === undefined)
    .map(([field, texts]) => texts.map((text) => ({ [field]: text })))
}

export const askedIdentity = (typed: IdentityInput): Identity => ({
  firstName: nfc(typed.firstName),
  lastName: nfc(typed.lastName),
  email: askedAddress(typed.email),
  secondaryEmail: askedAddress(typed.secondaryEmail),
  mobile: askedNumber(typed.mobile),
})

const identityFormOf = once((kind: IdentityManagementType) => identityForm(kind, createLocks(kind)))

const identity = groupOf<IdentityInput, Identity>({
  name: 'identity',
  typed: (place) => oneOf(toIdentityForm({ identity: place.identity, version }).values, identitySlots(place)),
  browser: (place, typed) => taken(identityFormOf(place.kind), typed),
  asked: (_place, typed) => askedIdentity(typed),
  server: ({ kind }, body) => {
    const parsed = taken(identityWrite, { version, ...body })
    if (parsed === undefined) return undefined
    const { version: _version, reason: _reason, ...wanted } = parsed
    const free = (Object.keys(wanted) as (keyof Identity)[]).filter((field) => createLocks(kind)[field] === undefined)
    return unlessRefused(() => (requireIdentityFor(kind, wanted, free), wanted))
  },
  send: (instance, place, body) => updateUserIdentityInfo(instance, place.userId, body),
  request: (place, body) => ({ method: 'PUT', path: pathOf(place, 'identity'), body }),
})

export interface PhoneInput {
  readonly phoneType: Phone['phoneType']
  readonly deskPhoneNumber: string
  readonly autoAccept: boolean
  readonly afterContactWorkSeconds: string
}

const somePhone: PhoneInput = {
  phoneType: 'SOFT_PHONE',
  deskPhoneNumber: '',
  autoAccept: true,
  afterContactWorkSeconds: '7',
}
export const phoneSlots: fc.Arbitrary<Partial<PhoneInput>>[] = [
  duration.map((afterContactWorkSeconds) => ({ afterContactWorkSeconds })),
  fc.record({
    phoneType: fc.constantFrom('SOFT_PHONE', 'DESK_PHONE', 'DESK_PHONE', 'desk_phone' as 'DESK_PHONE'),
    deskPhoneNumber: phoneNumber,
  }),
]
export const askedPhone = (typed: PhoneInput): Phone => ({
  ...typed,
  deskPhoneNumber: askedNumber(typed.deskPhoneNumber),
  afterContactWorkSeconds: askedSeconds(typed.afterContactWorkSeconds),
})

const phone = groupOf<PhoneInput, Phone>({
  name: 'phone',
  typed: () => oneOf(somePhone, phoneSlots),
  browser: (_place, typed) => taken(phoneForm, typed),
  asked: (_place, typed) => askedPhone(typed),
  server: (_place, body) => {
    const { version: _version, reason: _reason, ...wanted } = taken(phoneWrite, { version, ...body }) ?? {}
    return 'phoneType' in wanted ? wanted : undefined
  },
  send: (instance, place, body) => updateUserPhoneConfig(instance, place.userId, body, null),
  request: (place, body) => ({ method: 'PUT', path: pathOf(place, 'phone'), body }),
})

interface ChannelsTyped {
  /** What the person has, which says what may be left empty. */
  readonly start: ChannelSettings[]
  readonly values: ChannelsInput
}

/** As Connect may have people whom no call of the newer kind ever touched: nothing of their own for a channel. */
const bare = once((channels: ChannelSettings[]): ChannelSettings[] =>
  channels.map((one) => ({ ...one, autoAccept: null, afterContactWorkSeconds: null, persistentConnection: null })),
)

const channelsFormOf = once((start: ChannelSettings[]) => channelsForm({ channels: start }))

function askedChannels({ start, values }: ChannelsTyped): ChannelWrite[] | undefined {
  const asked = new Map<string, Record<string, unknown>>()
  for (const { name, channel, setting, kind } of channelFields) {
    const typed = values[name] ?? ''
    const current = start.find((one) => one.channel === channel)?.[setting] ?? null
    if (typed === '' && current !== null) return undefined
    const value = kind === 'duration' ? askedSeconds(typed) : typed === 'on' || (typed === 'off' ? false : typed)
    if (typed === '' || value === current) continue
    asked.set(channel, { ...(asked.get(channel) ?? { channel }), [setting]: value })
  }
  return asked.size === 0 ? undefined : ([...asked.values()] as unknown as ChannelWrite[])
}

const channels = groupOf<ChannelsTyped, { start: ChannelSettings[]; channels: ChannelWrite[] }>({
  name: 'channels',
  typed: (place) =>
    fc.constantFrom(place.channels, place.channels, bare(place.channels)).chain((start) => {
      const { values } = toChannelsForm({ channels: start, version })
      const slots = channelFields.map(({ name, kind }) =>
        (kind === 'duration'
          ? duration
          : fc.constantFrom('on', 'off', '', 'On', 'NONE', 'VOICE_ISOLATION', 'LOUD')
        ).map((text): ChannelsInput => ({ [name]: text })),
      )
      return oneOf(values, slots).map((changed) => ({ start, values: changed }))
    }),
  browser: (_place, { start, values }) => {
    const output = taken(channelsFormOf(start), values)
    const changed = output && changedChannels({ channels: start }, output)
    return changed === undefined || changed.length === 0 ? undefined : { start, channels: changed }
  },
  asked: (_place, typed) => {
    const asked = askedChannels(typed)
    return asked && { start: typed.start, channels: asked }
  },
  server: (place, { start, channels: wanted }) => {
    const parsed = taken(channelsWrite, { version, channels: wanted })
    const caller = { instance: undefined as unknown as ConnectInstance } as Caller
    const reading = { settings: { id: place.userId, channels: start } } as unknown as UserReading
    return (
      parsed &&
      unlessRefused(() => (planChannels(caller, parsed.channels)(reading), { start, channels: parsed.channels }))
    )
  },
  send: (instance, place, { start, channels: wanted }) => {
    const after = start.map((one) => ({ ...one, ...wanted.find(({ channel }) => channel === one.channel) }))
    return updateUserConfig(instance, place.userId, start, after as ChannelSettings[], {})
  },
  request: (place, body) => ({ method: 'PUT', path: pathOf(place, 'channels'), body: { channels: body.channels } }),
})

export const settingsGroups = [identity, phone, channels]
