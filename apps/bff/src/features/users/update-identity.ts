import {
  identityFieldLock,
  identityFieldRights,
  identityFieldsFor,
  type FieldFault,
  type Identity,
  type IdentityManagementType,
  type IdentityWrite,
  type Right,
  type User,
} from '@patchbay/contract'
import { updateUserIdentityInfo } from '../../connect/users/write-user.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'
import { changeUser, differing, type WriteBase } from './change-user.ts'

type IdentityField = keyof Identity

const labels: Readonly<Record<IdentityField, string>> = {
  firstName: 'the first name',
  lastName: 'the last name',
  email: 'the e-mail address',
  secondaryEmail: 'the secondary e-mail address',
  mobile: 'the mobile number',
}

export async function updateIdentity(caller: Caller, input: WriteBase & IdentityWrite): Promise<User> {
  const wanted = identityOf(input)
  return await changeUser(caller, input, {
    operation: 'users.updateIdentity',
    what: 'The identity fields',
    changedFields: ({ identity }) => differing(wanted, identity),
    requireAllowed: (changed) => {
      const fields = changed as readonly IdentityField[]
      requireFieldRights(fields, caller.signedIn.rights)
      requireIdentityFor(caller.instance.info.identityManagementType, wanted, fields)
    },
    write: ({ id }) => updateUserIdentityInfo(caller.instance, id, wanted),
  })
}

function identityOf({ firstName, lastName, email, secondaryEmail, mobile }: IdentityWrite): Identity {
  return { firstName, lastName, email, secondaryEmail, mobile }
}

/** Each changed field needs its own right; one that is missing refuses the whole. Throws FORBIDDEN naming the fields. */
function requireFieldRights(changed: readonly IdentityField[], rights: ReadonlySet<Right>): void {
  const fields = changed
    .filter((field) => !rights.has(identityFieldRights[field]))
    .map((field) => ({ field, message: `Your role does not allow changing ${labels[field]}.` }))
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
