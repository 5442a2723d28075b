import { rights, type Right, type UserRefusals } from '@patchbay/contract'
import { findUngrantable } from '../access/find-ungrantable.ts'
import { findPrivilege, isOwnUser, OUT_OF_SCOPE, OWN_USER } from '../access/require-person.ts'
import { weighProfiles } from '../access/weigh-profiles.ts'
import type { Caller } from '../caller.ts'
import type { UserReading } from './read-user.ts'

const changing = rights.filter(
  (right) =>
    ['users.create', 'users.delete', 'users.contacts.dismiss'].includes(right) ||
    (right.startsWith('users.') && right.endsWith('.write')),
)
const neverOnOneself: ReadonlySet<Right> = new Set<Right>([
  'users.delete',
  'users.hierarchy-group.write',
  'users.security-profiles.write',
])

/** What a write would be refused for, known before anybody types: `users.create` of somebody like this one. The write decides all the same. */
export async function listRefusals(caller: Caller, { settings }: UserReading): Promise<UserRefusals> {
  const { access } = caller
  const held = changing.filter((right) => access.person.rights.has(right))
  if (held.length === 0) return { items: [] }
  const privilege = await findPrivilege(caller, settings)
  const copy = held.includes('users.create') ? await findCopyRefusal(caller, settings) : undefined
  const reasonOf = (right: Right): string | undefined => {
    if (right === 'users.create') return copy
    if (!access.covers(right, settings.hierarchyGroupId)) return OUT_OF_SCOPE
    if (privilege !== undefined) return privilege
    return neverOnOneself.has(right) && isOwnUser(caller, settings) ? OWN_USER : undefined
  }
  return {
    items: held.flatMap((right) => {
      const reason = reasonOf(right)
      return reason === undefined ? [] : [{ right, reason }]
    }),
  }
}

/** Somebody like this one has the same place and the same security profiles. */
async function findCopyRefusal(caller: Caller, settings: UserReading['settings']): Promise<string | undefined> {
  const { hierarchyGroupId, securityProfileIds } = settings
  if (!caller.access.covers('users.create', hierarchyGroupId)) {
    return 'Your role lets you create people in some hierarchy groups only, and this person is in none of them.'
  }
  const [first] = await findUngrantable(caller, 'users.create', await weighProfiles(caller, securityProfileIds))
  return first?.reason
}
