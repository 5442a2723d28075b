import type { User, UserRow } from '@patchbay/contract'

/** For a reference whose name Connect no longer has. */
export const gone = 'No longer exists'

/** People of a SAML instance may have no name at all. */
export function fullName({ identity, username }: Pick<UserRow, 'identity' | 'username'>): string {
  const name = `${identity.firstName} ${identity.lastName}`.trim()
  return name === '' ? username : name
}

/** From the top down to the group itself. */
export function groupPath(group: NonNullable<User['hierarchyGroup']>): string {
  return group.path.map((one) => one.name ?? gone).join(' / ')
}
