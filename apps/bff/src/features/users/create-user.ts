import {
  takesDirectoryUserId,
  takesPassword,
  usernameFor,
  type FieldFault,
  type Identity,
  type IdentityManagementType,
  type UserCreate,
} from '@patchbay/contract'
import { createUser as createInConnect } from '../../connect/users/create-user.ts'
import { Fault } from '../../http/fault.ts'
import { requireGrantable, requireGroup } from '../access/require-person.ts'
import type { Caller } from '../caller.ts'
import { runCreate } from '../writes/run-create.ts'
import { differences } from '../writes/write.ts'
import { requireIdentityFor } from './update-identity.ts'
import type { WrittenUser } from './update-user.ts'
import { describeUserFor, userStates, userSubject } from './user-subject.ts'

export async function createUser(caller: Caller, input: UserCreate): Promise<WrittenUser> {
  const { instance } = caller
  requireCreatable(instance.info.identityManagementType, input)
  requireGroup(caller, 'users.create', input.hierarchyGroupId)
  await requireGrantable(caller, 'users.create', input.securityProfileIds)
  const { username, identity, phone, routingProfileId, hierarchyGroupId, securityProfileIds, tags } = input
  const wanted = {
    username,
    directoryUserId: input.directoryUserId ?? null,
    identity,
    phone,
    routingProfileId,
    hierarchyGroupId,
    securityProfileIds,
    tags,
    channels: [],
  }
  return await runCreate(caller, userSubject, {
    action: 'users.create',
    reason: input.reason,
    description: await describeUserFor(caller, wanted),
    write: {
      operation: 'CreateUser',
      done: 'The user was created.',
      fields: differences([], userStates(wanted)),
      send: (options) => createInConnect(instance, input, options),
    },
  })
}

/** What this kind of instance asks of a new person beyond the contract. Throws BAD_REQUEST naming the fields. */
export function requireCreatable(kind: IdentityManagementType, input: UserCreate): void {
  const fields: FieldFault[] = []
  const username = usernameFor(kind).safeParse(input.username)
  if (!username.success) {
    fields.push({ field: 'username', message: username.error.issues[0]?.message ?? 'Not valid.' })
  }
  if (takesPassword(kind) && input.password === undefined) {
    fields.push({ field: 'password', message: 'Enter a password.' })
  }
  if (!takesPassword(kind) && input.password !== undefined) {
    fields.push({ field: 'password', message: 'People of this instance sign in elsewhere: it takes no password.' })
  }
  if (!takesDirectoryUserId(kind) && input.directoryUserId !== undefined) {
    fields.push({ field: 'directoryUserId', message: 'People of this instance are in no directory of their own.' })
  }
  if (fields.length > 0) throw new Fault('BAD_REQUEST', { fields }, { message: fields[0]?.message })
  const given = (Object.keys(input.identity) as (keyof Identity)[]).filter(
    (field) => kind === 'CONNECT_MANAGED' || Boolean(input.identity[field]),
  )
  requireIdentityFor(kind, input.identity, given, 'identity.')
}
