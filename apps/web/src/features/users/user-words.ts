import type { User, UserRow } from '@patchbay/contract'

/** For a reference whose name Connect no longer has. */
export const gone = 'No longer exists'

/** People of a SAML instance may have no name at all. */
export function fullName({ identity, username }: Pick<UserRow, 'identity' | 'username'>): string {
  const name = `${identity.firstName} ${identity.lastName}`.trim()
  return name === '' ? username : name
}

const longestShort = 60
const characters = new Intl.Segmenter()

/** For a cell: Connect allows names of 555 characters, which would be thirty lines there. */
export function shortName(user: Pick<UserRow, 'identity' | 'username'>): string {
  return shorten(fullName(user))
}

/** Its beginning, where it is long: as much as tells it from others. */
export function shorten(text: string): string {
  // So nearly all are, and cutting one into characters takes longer than its row.
  if (text.length <= longestShort) return text
  const shown = Array.from(characters.segment(text), ({ segment }) => segment)
  return shown.length > longestShort ? `${shown.slice(0, longestShort - 1).join('')}…` : text
}

/** From the top down to the group itself. */
export function groupPath(group: NonNullable<User['hierarchyGroup']>): string {
  return group.path.map((one) => one.name ?? gone).join(' / ')
}
