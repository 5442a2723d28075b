import { z } from 'zod'
import { id, reason, tags, text, version } from '../fields.ts'
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

export const userCreate = z.strictObject({
  reason,
  username,
  password: password.optional(),
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
  if (kind === 'SAML') return username
  const message = `The user name can have at most ${USERNAME_MAX_WITHOUT_SAML} characters on this instance.`
  return username.max(USERNAME_MAX_WITHOUT_SAML, message)
}

/** USR-05: Connect keeps the passwords of these people only, and needs one from the start. */
export function takesPassword(kind: IdentityManagementType): boolean {
  return kind === 'CONNECT_MANAGED'
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
