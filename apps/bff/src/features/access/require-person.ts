import type { FieldFault, Right } from '@patchbay/contract'
import { isPrivileged, isSelf } from '../../access/decisions.ts'
import { notFound } from '../../connect/error-table.ts'
import type { UserSettings } from '../../connect/users/user-settings.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'
import { findUngrantable } from './find-ungrantable.ts'
import { weighProfiles } from './weigh-profiles.ts'

type Target = Pick<UserSettings, 'username' | 'hierarchyGroupId' | 'securityProfileIds'>

export function forbid(message: string, field?: string): Fault<'FORBIDDEN'> {
  const fields: FieldFault[] | undefined = field === undefined ? undefined : [{ field, message }]
  return new Fault('FORBIDDEN', fields ? { fields } : {}, { message })
}

/** Whoever is out of one's scope is not there: the very error of a describe that found nobody. */
export function requireVisible({ access }: Caller, target: Pick<Target, 'hierarchyGroupId'>): void {
  if (!access.covers('users.read', target.hierarchyGroupId)) throw notFound('DescribeUser')
}

/** Throws FORBIDDEN where the person may be looked at, but not changed in this way. */
export async function requirePersonWrite(caller: Caller, target: Target, rights: Iterable<Right>): Promise<void> {
  const { access } = caller
  // A right that is held nowhere is refused field by field, in better words.
  const held = [...rights].filter((right) => access.person.rights.has(right))
  if (!held.every((right) => access.covers(right, target.hierarchyGroupId))) throw forbid(OUT_OF_SCOPE)
  const reason = await findPrivilege(caller, target)
  if (reason !== undefined) throw forbid(reason)
}

export const OUT_OF_SCOPE =
  'Your role lets you do this for people of some hierarchy groups only, and this person is in none of them.'

/** Why the caller may change nothing of the person, because of what the person may do. */
export async function findPrivilege(
  caller: Caller,
  target: Pick<Target, 'securityProfileIds'>,
): Promise<string | undefined> {
  const { person } = caller.access
  if (person.isAdministrator) return undefined
  const profiles = await weighProfiles(caller, target.securityProfileIds)
  const privileged = profiles.find((profile) => isPrivileged(person.config, profile))
  return (
    privileged &&
    `This person holds the security profile “${privileged.name}”, so only an administrator may change them.`
  )
}

/** Nobody raises themselves, or takes themselves out of the sight of those who look after them. */
export function requireNotSelf(caller: Caller, target: Target, field?: string): void {
  if (isOwnUser(caller, target)) throw forbid(OWN_USER, field)
}

export const OWN_USER = 'This is your own user in Amazon Connect. Ask somebody else to change this.'

export function isOwnUser({ access: { person } }: Caller, target: Target): boolean {
  return !person.isAdministrator && isSelf(person, target)
}

/** Where someone is put has to be in one's scope, as well as where they are. A group that is not there is in nobody's. */
export function requireGroup({ access }: Caller, right: Right, groupId: string | null): void {
  if (access.covers(right, groupId)) return
  throw forbid('Choose one of the hierarchy groups that you look after, or one below them.', 'hierarchyGroupId')
}

/**
 * Nobody gives or takes what is beyond their own ceiling. Throws FORBIDDEN that names the profiles and the permissions.
 * @param ids the security profiles that are given or taken away
 */
export async function requireGrantable(caller: Caller, right: Right, ids: Iterable<string>): Promise<void> {
  const { person } = caller.access
  if (person.isAdministrator) return
  const asked = new Set(ids)
  const profiles = await weighProfiles(caller, asked)
  if (profiles.length < asked.size) {
    // One that is too new to be read might be more than it seems: it cannot be given either.
    const message = 'There is no such security profile in Amazon Connect. Choose another.'
    throw new Fault('connect.refused', { fields: [{ field: 'securityProfileIds', message }] }, { message })
  }
  const [first] = await findUngrantable(caller, right, profiles)
  if (first) throw forbid(first.reason, 'securityProfileIds')
}
