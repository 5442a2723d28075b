import {
  takesPassword,
  usernameFor,
  type FieldFault,
  type Identity,
  type IdentityManagementType,
  type User,
  type UserCreate,
} from '@patchbay/contract'
import { createUser as createInConnect } from '../../connect/users/create-user.ts'
import { summaryOf } from '../../connect/users/user-settings.ts'
import { Fault } from '../../http/fault.ts'
import { untilDone, type Caller } from '../caller.ts'
import { logChange } from '../log-change.ts'
import { readBack, readNew } from '../read-back.ts'
import { readUser, userAnswer } from './read-user.ts'
import { requireIdentityFor } from './update-identity.ts'

const FIELDS = ['username', 'identity', 'phone', 'routingProfileId', 'hierarchyGroupId', 'securityProfileIds', 'tags']

export async function createUser(caller: Caller, input: UserCreate): Promise<User> {
  requireCreatable(caller.instance.info.identityManagementType, input)
  const id = await createInConnect(caller.instance, input)
  logChange(caller, { operation: 'users.create', target: id, fields: [...FIELDS], reason: input.reason })
  return await readBack('The user was created.', async () => {
    const finishing = untilDone(caller)
    const created = await readNew(() => readUser(finishing, id))
    caller.instance.directory.ownUsers.put(summaryOf(created.settings))
    return await userAnswer(finishing, created)
  })
}

/** What this kind of instance asks of a new person beyond the contract. Throws BAD_REQUEST naming the fields. */
function requireCreatable(kind: IdentityManagementType, input: UserCreate): void {
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
  if (fields.length > 0) throw new Fault('BAD_REQUEST', { fields }, { message: fields[0]?.message })
  const given = (Object.keys(input.identity) as (keyof Identity)[]).filter(
    (field) => kind === 'CONNECT_MANAGED' || Boolean(input.identity[field]),
  )
  requireIdentityFor(kind, input.identity, given, 'identity.')
}
