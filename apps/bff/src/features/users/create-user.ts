import type { FieldFault, Identity, IdentityManagementType, User, UserCreate } from '@patchbay/contract'
import { createUser as createInConnect } from '../../connect/users/create-user.ts'
import { summaryOf } from '../../connect/users/user-settings.ts'
import { Fault } from '../../http/fault.ts'
import { untilDone, type Caller } from '../caller.ts'
import { logChange } from '../log-change.ts'
import { readBack, readNew } from '../read-back.ts'
import { readUser, userAnswer } from './read-user.ts'
import { requireIdentityFor } from './update-identity.ts'

const FIELDS = ['username', 'identity', 'phone', 'routingProfileId', 'hierarchyGroupId', 'securityProfileIds', 'tags']

/** USR-01: on instances that are not SAML. */
const USERNAME_MAX_WITHOUT_SAML = 20

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
  if (kind !== 'SAML' && input.username.length > USERNAME_MAX_WITHOUT_SAML) {
    const message = `The user name can have at most ${USERNAME_MAX_WITHOUT_SAML} characters on this instance.`
    fields.push({ field: 'username', message })
  }
  // USR-05: required exactly where Connect itself keeps the passwords.
  if (kind === 'CONNECT_MANAGED' && input.password === undefined) {
    fields.push({ field: 'password', message: 'Enter a password.' })
  }
  if (kind !== 'CONNECT_MANAGED' && input.password !== undefined) {
    fields.push({ field: 'password', message: 'People of this instance sign in elsewhere: it takes no password.' })
  }
  if (fields.length > 0) throw new Fault('BAD_REQUEST', { fields }, { message: fields[0]?.message })
  const given = (Object.keys(input.identity) as (keyof Identity)[]).filter(
    (field) => kind === 'CONNECT_MANAGED' || Boolean(input.identity[field]),
  )
  requireIdentityFor(kind, input.identity, given, 'identity.')
}
