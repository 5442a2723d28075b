import { z } from 'zod'
import { directoryListOf, instant, isStale, reference, storedTags, version } from '../fields.ts'
import { phoneType } from './user-fields.ts'

export const channel = z.enum(['VOICE', 'CHAT', 'TASK', 'EMAIL'])

/** What UpdateUserConfig holds for one channel. `null`: Connect has no setting of its own for this channel. */
export const channelSettings = z.object({
  channel,
  autoAccept: z.boolean().nullable(),
  agentFirstCallbackAutoAccept: z.boolean().nullable(),
  afterContactWorkSeconds: z.number().int().nullable(),
  agentFirstCallbackAfterContactWorkSeconds: z.number().int().nullable(),
  phoneType: phoneType.nullable(),
  phoneNumber: z.string().nullable(),
  persistentConnection: z.boolean().nullable(),
  voiceEnhancementMode: z.enum(['VOICE_ISOLATION', 'NOISE_SUPPRESSION', 'NONE']).nullable(),
})
export type ChannelSettings = z.infer<typeof channelSettings>

export const identity = z.object({
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().nullable(),
  secondaryEmail: z.string().nullable(),
  mobile: z.string().nullable(),
})
export type Identity = z.infer<typeof identity>

export const phone = z.object({
  phoneType,
  autoAccept: z.boolean(),
  afterContactWorkSeconds: z.number().int(),
  deskPhoneNumber: z.string().nullable(),
})
export type Phone = z.infer<typeof phone>

/** A hierarchy group with the names from the top down to itself, so that equal names can be told apart. */
export const groupReference = reference.extend({ path: z.array(reference) })

export const user = z.object({
  id: z.string(),
  version,
  username: z.string(),
  identity,
  phone,
  channels: z.array(channelSettings),
  routingProfile: reference.nullable(),
  hierarchyGroup: groupReference.nullable(),
  securityProfiles: z.array(reference),
  tags: storedTags,
  lastModifiedAt: instant.nullable(),
  asOf: instant,
  isStale,
})
export type User = z.infer<typeof user>

/** A row of the list: what SearchUsers tells, so no e-mail and no time of the last change (USR-23). */
export const userRow = user
  .pick({
    id: true,
    username: true,
    phone: true,
    routingProfile: true,
    hierarchyGroup: true,
    securityProfiles: true,
    tags: true,
  })
  .extend({
    identity: identity.pick({ firstName: true, lastName: true }),
    /** Written through Patchbay, and not found so by Connect's search yet. */
    pending: z.boolean(),
    /** When a reading found it changed by somebody else, within the last day. */
    changedAt: instant.nullable(),
  })
export type UserRow = z.infer<typeof userRow>

/** `isExactTotal` is false where there are more than this first page: at least `total`, which were not counted (`exactTotal=false`). */
export const userList = directoryListOf(userRow).extend({ isExactTotal: z.boolean() })
export type UserList = z.infer<typeof userList>

/** What the directory knows of one user, without asking Connect. */
export const userSummary = userRow.extend({ asOf: instant })
export type UserSummary = z.infer<typeof userSummary>
