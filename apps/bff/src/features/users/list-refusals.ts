import { rights, type Right, type UserRefusals } from '@patchbay/contract'
import { findPrivilege, isOwnUser, OUT_OF_SCOPE, OWN_USER } from '../access/require-person.ts'
import type { Caller } from '../caller.ts'
import type { UserReading } from './read-user.ts'

const changing = rights.filter(
  (right) => right === 'users.delete' || (right.startsWith('users.') && right.endsWith('.write')),
)
const neverOnOneself: ReadonlySet<Right> = new Set<Right>([
  'users.delete',
  'users.hierarchy-group.write',
  'users.security-profiles.write',
])

/** What a write would be refused for, known before anybody types. The write decides all the same. */
export async function listRefusals(caller: Caller, { settings }: UserReading): Promise<UserRefusals> {
  const { access } = caller
  const held = changing.filter((right) => access.person.rights.has(right))
  if (held.length === 0) return { items: [] }
  const privilege = await findPrivilege(caller, settings)
  const reasonOf = (right: Right): string | undefined => {
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
