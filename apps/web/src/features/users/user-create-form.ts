import {
  id,
  identityFieldLock,
  password,
  reason,
  requireDeskPhoneNumber,
  takesPassword,
  usernameFor,
  type IdentityManagementType,
  type User,
  type UserCreate,
} from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'
import { accessFields, accessTexts, toAccessForm, type AccessNames } from './access-form.ts'
import { toDurationInput } from './after-contact-work.ts'
import { identityFieldNames, identityForm, identityTexts, type IdentityLocks } from './identity-form.ts'
import { phoneForm, phoneTexts } from './phone-form.ts'

/** Why a field cannot be given on this kind of instance. Who may create may fill in everything else. */
export function createLocks(kind: IdentityManagementType): IdentityLocks {
  return Object.fromEntries(
    identityFieldNames.flatMap((field) => {
      const lock = identityFieldLock(kind, field)
      return lock === undefined ? [] : [[field, lock]]
    }),
  )
}

const typedReason = z
  .string()
  .transform((typed): string | undefined => (typed.trim() === '' ? undefined : typed.trim()))
  .pipe(reason)

const typedDirectoryUserId = z
  .string()
  .transform((typed): string | undefined => (typed.trim() === '' ? undefined : typed.trim()))
  .pipe(id.optional())

/** A whole person in one flat form. Fields keep the names they have in the form of their settings group. */
export function userCreateForm(kind: IdentityManagementType) {
  return z
    .object({
      username: usernameFor(kind),
      password: takesPassword(kind) ? password : z.string(),
      directoryUserId: typedDirectoryUserId,
      ...identityForm(kind, createLocks(kind)).shape,
      ...phoneForm.shape,
      ...accessFields,
      reason: typedReason,
    })
    .check((context) => requireDeskPhoneNumber(context.value, context))
}

type UserCreateForm = ReturnType<typeof userCreateForm>
export type UserCreateInput = z.input<UserCreateForm>
export type UserCreateOutput = z.output<UserCreateForm>

const asTyped = (value: string | undefined) => value ?? ''

export function userCreateTexts(names: AccessNames): FieldTexts<UserCreateOutput> {
  return {
    username: { label: 'User name', format: asTyped },
    // What is typed here is shown nowhere else.
    password: { label: 'Password', format: () => '••••••••' },
    directoryUserId: { label: 'Directory user id', format: asTyped },
    ...identityTexts,
    ...phoneTexts,
    ...accessTexts(names),
    reason: { label: 'Reason', format: asTyped },
  }
}

/** Where a form for somebody who is like nobody begins. */
export interface UsualAccess {
  readonly securityProfileIds: readonly string[]
  /** `noGroup`, or an empty text where a group has to be chosen. */
  readonly hierarchyGroupId: string
}

/** What a new person of the same kind as `from` begins with. Names, addresses and numbers belong to one person only. */
export function newUser(from: User | undefined, usual: UsualAccess): UserCreateInput {
  const { securityProfileIds, hierarchyGroupId } = usual
  const access =
    from === undefined
      ? { ...toAccessForm(nobody), securityProfileIds: [...securityProfileIds], hierarchyGroupId }
      : toAccessForm(from)
  return {
    username: '',
    password: '',
    directoryUserId: '',
    firstName: '',
    lastName: '',
    email: '',
    secondaryEmail: '',
    mobile: '',
    phoneType: from?.phone.phoneType ?? 'SOFT_PHONE',
    deskPhoneNumber: '',
    autoAccept: from?.phone.autoAccept ?? false,
    afterContactWorkSeconds: toDurationInput(from?.phone.afterContactWorkSeconds ?? 0),
    ...access,
    reason: '',
  }
}

const nobody = { routingProfile: null, hierarchyGroup: null, securityProfiles: [], tags: {} }

/** The form's values as the route takes them. */
export function toUserCreate(values: UserCreateOutput): UserCreate {
  const { firstName, lastName, email, secondaryEmail, mobile } = values
  const { phoneType, deskPhoneNumber, autoAccept, afterContactWorkSeconds } = values
  const { username, routingProfileId, hierarchyGroupId, securityProfileIds, tags } = values
  return {
    username,
    ...(values.password !== '' && { password: values.password }),
    ...(values.directoryUserId !== undefined && { directoryUserId: values.directoryUserId }),
    identity: { firstName, lastName, email, secondaryEmail, mobile },
    phone: { phoneType, deskPhoneNumber, autoAccept, afterContactWorkSeconds },
    routingProfileId,
    hierarchyGroupId,
    securityProfileIds,
    tags,
    reason: values.reason,
  }
}
