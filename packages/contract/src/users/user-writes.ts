import { z } from 'zod'
import { id, reason, tags, text, version } from '../fields.ts'
import { channel } from './user.ts'
import {
  identityFields,
  password,
  phoneFields,
  requireDeskPhoneNumber,
  securityProfileIds,
  username,
  USERNAME_MAX_WITHOUT_SAML,
  type IdentityManagementType,
} from './user-fields.ts'

const base = { version, reason }

export const identityWrite = z.strictObject({ ...base, ...identityFields })
export type IdentityWrite = z.infer<typeof identityWrite>

export const phoneWrite = z
  .strictObject({ ...base, ...phoneFields })
  .check((context) => requireDeskPhoneNumber(context.value, context))
export type PhoneWrite = z.infer<typeof phoneWrite>

export const routingProfileWrite = z.strictObject({ ...base, routingProfileId: id })
export const hierarchyGroupWrite = z.strictObject({ ...base, hierarchyGroupId: id.nullable() })
export const securityProfilesWrite = z.strictObject({ ...base, securityProfileIds })

/** Bounds of UpdateUserConfig; members that are left out stay as they are. */
export const channelWrite = z
  .strictObject({
    channel,
    autoAccept: phoneFields.autoAccept.optional(),
    afterContactWorkSeconds: phoneFields.afterContactWorkSeconds.optional(),
    agentFirstCallbackAutoAccept: phoneFields.autoAccept.optional(),
    agentFirstCallbackAfterContactWorkSeconds: phoneFields.afterContactWorkSeconds.optional(),
    phoneType: phoneFields.phoneType.optional(),
    phoneNumber: phoneFields.deskPhoneNumber.optional(),
    persistentConnection: z.boolean('The persistent connection has to be on or off.').optional(),
    voiceEnhancementMode: z.enum(['VOICE_ISOLATION', 'NOISE_SUPPRESSION', 'NONE']).optional(),
  })
  .check(({ value, issues }) => {
    // PHONE-11
    if (value.channel === 'VOICE') return
    for (const setting of voiceOnly) {
      if (value[setting] === undefined) continue
      const message = 'Only the voice channel has this setting.'
      issues.push({ code: 'custom', input: value, path: [setting], message })
    }
  })
export type ChannelWrite = z.infer<typeof channelWrite>

const voiceOnly = [
  'agentFirstCallbackAutoAccept',
  'agentFirstCallbackAfterContactWorkSeconds',
  'phoneType',
  'phoneNumber',
  'persistentConnection',
  'voiceEnhancementMode',
] as const

const channels = z
  .array(channelWrite)
  .min(1, 'Name at least one channel.')
  .max(4, 'There are four channels.')
  .refine((all) => new Set(all.map((one) => one.channel)).size === all.length, 'Each channel can be given once.')

export const channelsWrite = z.strictObject({ ...base, channels })
export const tagsWrite = z.strictObject({ ...base, tags })

/** Several settings groups in one save; what is left out stays as it is. */
export const settingsWrite = z
  .strictObject({
    ...base,
    identity: z.strictObject(identityFields).optional(),
    phone: z
      .strictObject(phoneFields)
      .check((context) => requireDeskPhoneNumber(context.value, context))
      .optional(),
    channels: channels.optional(),
    routingProfileId: id.optional(),
    hierarchyGroupId: id.nullable().optional(),
    securityProfileIds: securityProfileIds.optional(),
    tags: tags.optional(),
  })
  // PHONE-10: the phone's after-contact work and auto-accept are set on all channels, over what was given for each.
  .refine(({ phone, channels: each }) => phone === undefined || each === undefined, {
    path: ['channels'],
    message: 'Give the phone, which sets all channels, or each channel by itself.',
  })
export type SettingsWrite = z.infer<typeof settingsWrite>

export const userCreate = z.strictObject({
  reason,
  username,
  password: password.optional(),
  directoryUserId: id.optional(),
  identity: z.strictObject(identityFields),
  phone: z.strictObject(phoneFields).check((context) => requireDeskPhoneNumber(context.value, context)),
  routingProfileId: id,
  hierarchyGroupId: id.nullable(),
  securityProfileIds,
  tags,
})
export type UserCreate = z.infer<typeof userCreate>

/**
 * The stricter identity of one kind of instance, for the form and for the server before it sends (USR-06, USR-09, USR-10).
 * An existing directory owns name and e-mail: there the fields are not offered, and a changed one is refused.
 */
export function identityFieldsFor(kind: IdentityManagementType) {
  if (kind !== 'CONNECT_MANAGED') return identityFields
  return {
    ...identityFields,
    firstName: text('First name', { min: 1, max: 255 }),
    lastName: text('Last name', { min: 1, max: 256 }),
  }
}

/** The user name on one kind of instance, for the form and for the server before it sends. */
export function usernameFor(kind: IdentityManagementType) {
  if (kind === 'SAML') {
    return username.regex(
      /^[a-zA-Z0-9_\-.\\@]*$/,
      'A user name on this instance can have letters, digits and _ - . \\, and @ as in name@example.com.',
    )
  }
  const message = `The user name can have at most ${USERNAME_MAX_WITHOUT_SAML} characters on this instance.`
  return username.regex(new RegExp(`^[\\s\\S]{0,${USERNAME_MAX_WITHOUT_SAML}}$`, 'u'), message)
}

/** USR-05: Connect keeps the passwords of these people only, and needs one from the start. */
export function takesPassword(kind: IdentityManagementType): boolean {
  return kind === 'CONNECT_MANAGED'
}

/** USR-11: who a new person is in the company's directory, needed where Connect cannot reach it. */
export function takesDirectoryUserId(kind: IdentityManagementType): boolean {
  return kind === 'EXISTING_DIRECTORY'
}

export const ownedByDirectory = ['firstName', 'lastName', 'email'] as const

/** Why a field cannot be changed on this kind of instance, or undefined where it can. */
export function identityFieldLock(
  kind: IdentityManagementType,
  field: keyof typeof identityFields,
): string | undefined {
  if (kind === 'EXISTING_DIRECTORY' && ownedByDirectory.some((one) => one === field)) {
    return 'This instance takes names and e-mail from its directory. Change them there.'
  }
  if (kind === 'SAML' && field === 'email') {
    return 'People who sign in by SAML have no e-mail in Amazon Connect. Use the secondary e-mail.'
  }
  return undefined
}
