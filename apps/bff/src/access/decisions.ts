import type { AccessConfig } from './access-config.ts'
import type { PersonAccess } from './person-access.ts'

/** A security profile with all that decides about it. */
export interface WeighedProfile {
  readonly id: string
  readonly name: string
  readonly permissions: readonly string[]
}

/**
 * Whether only an administrator may touch the profile and whoever holds it: it is named so, or it holds a permission by
 * which its holders can give themselves any other one.
 */
export function isPrivileged({ privileged }: AccessConfig, { id, name, permissions }: WeighedProfile): boolean {
  if (privileged.securityProfiles.some((one) => one === id || one === name)) return true
  return permissions.some((permission) => privileged.permissions.includes(permission))
}

/** The permissions that are not in the ceiling. */
export function beyondCeiling(ceiling: 'all' | ReadonlySet<string>, permissions: readonly string[]): readonly string[] {
  return ceiling === 'all' ? [] : permissions.filter((permission) => !ceiling.has(permission))
}

/** Whether a user of Connect is the person who is signed in here. Connect takes user names in any case. */
export function isSelf({ username }: PersonAccess, user: { readonly username: string }): boolean {
  return username !== null && username.toLowerCase() === user.username.toLowerCase()
}
