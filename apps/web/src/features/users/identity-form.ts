import {
  identityFieldLock,
  identityFieldRights,
  identityFieldsFor,
  type Identity,
  type IdentityManagementType,
  type User,
} from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'
import { locked, reasonOf, type Lock, type LockOf } from './use-user-locks.ts'

export type IdentityField = keyof Identity
export type IdentityLocks = Readonly<Partial<Record<IdentityField, string>>>

export const identityFieldNames = Object.keys(identityFieldRights) as readonly IdentityField[]

function identityLock(kind: IdentityManagementType, lockOf: LockOf, field: IdentityField): Lock {
  const reason = identityFieldLock(kind, field)
  return reason === undefined ? lockOf(identityFieldRights[field], 'Your role cannot change this.') : locked(reason)
}

/** Locked where no field is left to change. */
export function identitySectionLock(kind: IdentityManagementType, lockOf: LockOf): Lock {
  const locks = identityFieldNames.map((field) => identityLock(kind, lockOf, field))
  return (
    locks.find(({ state }) => state === 'open') ??
    locks.find(({ state }) => state === 'unknown') ??
    // The one field that no kind of instance locks: what is said of it is about who asks.
    identityLock(kind, lockOf, 'mobile')
  )
}

/** Why each field is not this person's to change; fields that are not named can be changed. */
export function identityLocks(kind: IdentityManagementType, lockOf: LockOf): IdentityLocks {
  return Object.fromEntries(
    identityFieldNames.flatMap((field) => {
      const reason = reasonOf(identityLock(kind, lockOf, field))
      return reason === undefined ? [] : [[field, reason]]
    }),
  )
}

const nullable = z.string().transform((typed): string | null => (typed === '' ? null : typed))
const trimmed = z.string().transform((typed): string | null => typed.trim())
const number = z.string().transform((typed): string | null => typed.replaceAll(/[\s\u2010-\u2015-]/gu, ''))

/** A locked field is sent as it is, so it cannot stand in the way of saving the others. */
export function identityForm(kind: IdentityManagementType, locks: IdentityLocks) {
  const fields = identityFieldsFor(kind)
  return z.object({
    firstName: locks.firstName === undefined ? fields.firstName : z.string(),
    lastName: locks.lastName === undefined ? fields.lastName : z.string(),
    email: locks.email === undefined ? trimmed.pipe(fields.email) : nullable,
    secondaryEmail: locks.secondaryEmail === undefined ? trimmed.pipe(fields.secondaryEmail) : nullable,
    mobile: locks.mobile === undefined ? number.pipe(fields.mobile) : nullable,
  })
}

export type IdentityForm = ReturnType<typeof identityForm>

const orNone = (value: string | null) => value ?? 'None'
const orEmpty = (value: string) => (value === '' ? 'Empty' : value)

export const identityTexts: FieldTexts<Identity> = {
  firstName: { label: 'First name', format: orEmpty },
  lastName: { label: 'Last name', format: orEmpty },
  email: { label: 'E-mail', format: orNone },
  secondaryEmail: { label: 'Secondary e-mail', format: orNone },
  mobile: { label: 'Mobile', format: orNone },
}

export function toIdentityForm({ identity, version }: Pick<User, 'identity' | 'version'>) {
  return {
    version,
    values: {
      firstName: identity.firstName,
      lastName: identity.lastName,
      email: identity.email ?? '',
      secondaryEmail: identity.secondaryEmail ?? '',
      mobile: identity.mobile ?? '',
    },
  }
}
