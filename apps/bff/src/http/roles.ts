import { rights, type Right } from '@patchbay/contract'

const everythingOfUsers = rights.filter((right) => right.startsWith('users.'))

/** Which rights a role gives. The identity provider says who has which roles; several roles add up. */
const roleRights: Readonly<Record<string, readonly Right[]>> = {
  administrator: rights,
  supervisor: [
    ...everythingOfUsers,
    'security-profiles.read',
    'security-profiles.create',
    'security-profiles.write',
    'hierarchy.read',
    'routing-profiles.read',
  ],
  // No e-mail: whoever can change an e-mail address can take over the account behind it.
  helpdesk: [
    'users.read',
    'users.name.write',
    'users.mobile.write',
    'users.phone.write',
    'security-profiles.read',
    'hierarchy.read',
    'routing-profiles.read',
  ],
  auditor: rights.filter((right) => right.endsWith('.read')),
}

export const roleNames: readonly string[] = Object.keys(roleRights)

export function rightsOfRoles(roles: readonly string[]): ReadonlySet<Right> {
  return new Set(roles.flatMap((role) => (Object.hasOwn(roleRights, role) ? (roleRights[role] ?? []) : [])))
}
