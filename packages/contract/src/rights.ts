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
  'users.status.read',
  'changes.read',
  'changes.export',
  'presets.write',
  'roles.read',
  'connect.open',
] as const

export const right = z.enum(rights)
export type Right = z.infer<typeof right>

/** What each right lets somebody do, in words that go on from "You may". */
export const rightLabels: Readonly<Record<Right, string>> = {
  'users.read': 'look at people and their settings',
  'users.create': 'create people',
  'users.delete': 'delete people',
  'users.name.write': 'change names',
  'users.mobile.write': 'change mobile numbers',
  'users.secondary-email.write': 'change secondary e-mail addresses',
  'users.email.write': 'change e-mail addresses',
  'users.phone.write': 'change phone settings',
  'users.channels.write': 'change settings of single channels',
  'users.routing-profile.write': 'give people another routing profile',
  'users.hierarchy-group.write': 'put people into another hierarchy group',
  'users.security-profiles.write': 'give and take security profiles',
  'users.proficiencies.write': 'change proficiencies',
  'users.tags.write': 'change tags of people',
  'users.status.read': 'see what people do at the moment',
  'security-profiles.read': 'look at security profiles',
  'security-profiles.create': 'create security profiles',
  'security-profiles.write': 'change security profiles',
  'hierarchy.read': 'look at the hierarchy',
  'routing-profiles.read': 'look at routing profiles',
  'changes.read': 'look at what was changed by whom',
  'changes.export': 'export the record of changes',
  'presets.write': 'change what a reset of a person’s phone can set',
  'roles.read': 'look at the roles of Patchbay and who has them',
  'connect.open': 'open Amazon Connect from here, signed in under their own name there',
}

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
