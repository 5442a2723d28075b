import { identityFieldRights, type FieldChange, type Right } from '@patchbay/contract'
import type { UserSettings } from '../../connect/users/user-settings.ts'
import type { Caller } from '../caller.ts'
import { requireAdministratorLeft } from './require-administrator-left.ts'
import { requireGrantable, requireGroup, requireNotSelf, requirePersonWrite } from './require-person.ts'

/** The right that a changed field of a person needs. A field that is not in here cannot be written. */
const fieldRights: Readonly<Record<string, Right>> = {
  ...identityFieldRights,
  phoneType: 'users.phone.write',
  autoAccept: 'users.phone.write',
  afterContactWorkSeconds: 'users.phone.write',
  deskPhoneNumber: 'users.phone.write',
  channels: 'users.channels.write',
  routingProfileId: 'users.routing-profile.write',
  hierarchyGroupId: 'users.hierarchy-group.write',
  securityProfileIds: 'users.security-profiles.write',
  proficiencies: 'users.proficiencies.write',
  workspaces: 'users.workspaces.write',
  notifications: 'users.notifications.write',
  agentStatus: 'users.status.write',
  contacts: 'users.contacts.dismiss',
  tags: 'users.tags.write',
}

/** Everything that decides whether somebody may change these fields of this person so, once for all routes. Throws FORBIDDEN. */
export async function requireWritable(
  caller: Caller,
  current: UserSettings,
  fields: readonly FieldChange[],
): Promise<void> {
  const rights = new Set(fields.map(({ field }) => requireFieldRight(field)))
  await requirePersonWrite(caller, current, rights)
  for (const { field, after } of fields) {
    if (field === 'hierarchyGroupId') {
      requireNotSelf(caller, current, field)
      requireGroup(caller, 'users.hierarchy-group.write', typeof after === 'string' ? after : null)
    }
    if (field === 'securityProfileIds' && Array.isArray(after)) {
      requireNotSelf(caller, current, field)
      const given = new Set(after).symmetricDifference(new Set(current.securityProfileIds))
      await requireGrantable(caller, 'users.security-profiles.write', given)
      await requireAdministratorLeft(caller, current, after)
    }
  }
}

export async function requireDeletable(caller: Caller, current: UserSettings): Promise<void> {
  await requirePersonWrite(caller, current, ['users.delete'])
  requireNotSelf(caller, current)
  await requireAdministratorLeft(caller, current, [])
}

function requireFieldRight(field: string): Right {
  const right = Object.hasOwn(fieldRights, field) ? fieldRights[field] : undefined
  if (right === undefined) throw new Error(`No right is declared for the field ${field}.`)
  return right
}
