import { z } from 'zod'
import { e164, emailAddress, id, optional, text } from '../fields.ts'

/** Connect fixes this when the instance is made: USR-13. */
export const identityManagementType = z.enum(['CONNECT_MANAGED', 'SAML', 'EXISTING_DIRECTORY'])
export type IdentityManagementType = z.infer<typeof identityManagementType>

/** Bounds of UserIdentityInfo: https://docs.aws.amazon.com/connect/latest/APIReference/API_UserIdentityInfo.html */
export const identityFields = {
  firstName: text('First name', { max: 255 }),
  lastName: text('Last name', { max: 300 }),
  email: optional(emailAddress('E-mail')),
  secondaryEmail: optional(emailAddress('Secondary e-mail')),
  mobile: optional(e164('Mobile')),
}

/** The ceiling stands in prose only: https://docs.aws.amazon.com/connect/latest/APIReference/API_UserPhoneConfig.html */
export const AFTER_CONTACT_WORK_MAX_SECONDS = 2_000_000

export const phoneType = z.enum(['SOFT_PHONE', 'DESK_PHONE'], 'Choose soft phone or desk phone.')
export type PhoneType = z.infer<typeof phoneType>

export const afterContactWorkSeconds = z
  .int('After-contact work has to be a whole number of seconds.')
  .min(0, 'After-contact work cannot be negative.')
  .max(AFTER_CONTACT_WORK_MAX_SECONDS, 'After-contact work can be at most 2,000,000 seconds (about 23 days).')

export const phoneFields = {
  phoneType,
  autoAccept: z.boolean('Auto-accept has to be on or off.'),
  /** 0 means no limit: the agent ends after-contact work by hand (PHONE-03). */
  afterContactWorkSeconds,
  deskPhoneNumber: optional(e164('Desk phone number')),
}

/** PHONE-07: a desk phone without a number can take no call. */
export function requireDeskPhoneNumber<T extends { phoneType: PhoneType; deskPhoneNumber: string | null }>(
  phone: T,
  context: z.core.ParsePayload<T>,
): void {
  if (phone.phoneType === 'DESK_PHONE' && phone.deskPhoneNumber === null) {
    context.issues.push({
      code: 'custom',
      input: phone,
      path: ['deskPhoneNumber'],
      message: 'A desk phone needs a number, as in +442071838750.',
    })
  }
}

/** 1 to 10, each once: https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateUserSecurityProfiles.html */
export const securityProfileIds = z
  .array(id)
  .min(1, 'A person needs at least one security profile.')
  .max(10, 'A person can have at most 10 security profiles.')
  .refine((ids) => new Set(ids).size === ids.length, 'Each security profile can be given once.')

/** USR-01: on instances that are not SAML. */
export const USERNAME_MAX_WITHOUT_SAML = 20

/**
 * USR-01, for instances of either kind; `usernameFor` has the stricter rule of each. Connect documents nothing against blanks and control
 * characters where people do not sign in by SAML: nobody could tell or type such a name.
 */
export const username = text('The user name', { min: 1, max: 64 })
  .regex(/^[^\s\p{Cc}\p{Cf}]*$/u, 'A user name cannot have blanks or control characters.')
  .regex(
    /^(?:[^@]*|[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,63})$/,
    'A user name can have @ only as in name@example.com.',
  )

/** https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html */
export const password = z
  .string()
  .refine((value) => value.isWellFormed(), 'The password has a broken character.')
  .regex(
    /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[a-zA-Z\d\S]{8,64}$/u,
    'A password needs 8 to 64 characters with a lower-case letter, an upper-case letter and a digit, and no spaces.',
  )
