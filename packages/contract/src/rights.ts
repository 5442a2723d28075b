import { z } from 'zod'

/**
 * Everything a person can be allowed to do. A settings field of a user is a right of its own where giving it away
 * gives more away: a changed e-mail address takes over an account, a changed mobile number does not.
 */
export const rights = [
  'users.read',
  'users.create',
  'users.delete',
  'users.name.write',
  'users.mobile.write',
  'users.secondary-email.write',
  'users.email.write',
  'users.phone.write',
  'users.routing-profile.write',
  'users.hierarchy-group.write',
  'users.security-profiles.write',
  'security-profiles.read',
  'security-profiles.create',
  'security-profiles.write',
  'hierarchy.read',
  'routing-profiles.read',
  'users.channels.write',
  'users.tags.write',
  'users.proficiencies.write',
  'users.workspaces.write',
  'users.notifications.write',
  'users.status.read',
  'users.status.write',
  'users.contacts.dismiss',
  'changes.read',
  'changes.export',
  'presets.write',
  'roles.read',
  'connect.open',
] as const

export const right = z.enum(rights)
export type Right = z.infer<typeof right>

/** `signed-in` asks for a session only; a list asks for any one of its rights, and the handler then decides field by field. */
export type RouteRight = 'signed-in' | Right | readonly [Right, ...Right[]]

/** Whether someone holding `held` may call a route that asks for `asked`. */
export function holdsRouteRight(held: ReadonlySet<Right>, asked: RouteRight): boolean {
  if (asked === 'signed-in') return true
  return typeof asked === 'string' ? held.has(asked) : asked.some((one) => held.has(one))
}

/** The right that a changed identity field needs. */
export const identityFieldRights = {
  firstName: 'users.name.write',
  lastName: 'users.name.write',
  email: 'users.email.write',
  secondaryEmail: 'users.secondary-email.write',
  mobile: 'users.mobile.write',
} as const satisfies Record<string, Right>
