import {
  identityFieldLock,
  identityFieldRights,
  identityFieldsFor,
  type FieldFault,
  type Identity,
  type IdentityManagementType,
  type Right,
} from '@patchbay/contract'
import { updateUserIdentityInfo } from '../../connect/users/write-user.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'
import type { UserPlan } from './update-user.ts'
import { changedFields } from './user-subject.ts'

type IdentityField = keyof Identity

const labels: Readonly<Record<IdentityField, string>> = {
  firstName: 'the first name',
  lastName: 'the last name',
  email: 'the e-mail address',
  secondaryEmail: 'the secondary e-mail address',
  mobile: 'the mobile number',
}

export function planIdentity(
  { instance, signedIn }: Caller,
  { firstName, lastName, email, secondaryEmail, mobile }: Identity,
  prefix = '',
): UserPlan {
  const wanted: Identity = { firstName, lastName, email, secondaryEmail, mobile }
  return ({ settings: { id, identity } }) => {
    const fields = changedFields(identity, wanted)
    if (fields.length === 0) return []
    const names = fields.map(({ field }) => field as IdentityField)
    requireFieldRights(names, signedIn.rights, prefix)
    requireIdentityFor(instance.info.identityManagementType, wanted, names, prefix)
    return [
      {
        operation: 'UpdateUserIdentityInfo',
        done: 'The identity fields were written.',
        fields,
        send: (options) => updateUserIdentityInfo(instance, id, wanted, options),
      },
    ]
  }
}

/** Each changed field needs its own right; one that is missing refuses the whole. Throws FORBIDDEN naming the fields. */
function requireFieldRights(changed: readonly IdentityField[], rights: ReadonlySet<Right>, prefix: string): void {
  const fields = changed
    .filter((field) => !rights.has(identityFieldRights[field]))
    .map((field) => ({ field: `${prefix}${field}`, message: `Your role does not allow changing ${labels[field]}.` }))
  if (fields.length > 0) throw new Fault('FORBIDDEN', { fields }, { message: fields[0]?.message })
}

/**
 * What this kind of instance allows of the changed fields. Throws BAD_REQUEST naming them.
 * @param prefix where the identity stands in the request
 */
export function requireIdentityFor(
  kind: IdentityManagementType,
  identity: Identity,
  changed: readonly IdentityField[],
  prefix = '',
): void {
  const rules = identityFieldsFor(kind)
  const fields = changed.flatMap((field): FieldFault[] => {
    const lock = identityFieldLock(kind, field)
    if (lock !== undefined) return [{ field: `${prefix}${field}`, message: lock }]
    const parsed = rules[field].safeParse(identity[field])
    return parsed.success
      ? []
      : [{ field: `${prefix}${field}`, message: parsed.error.issues[0]?.message ?? 'Not valid.' }]
  })
  if (fields.length > 0) throw new Fault('BAD_REQUEST', { fields }, { message: fields[0]?.message })
}
