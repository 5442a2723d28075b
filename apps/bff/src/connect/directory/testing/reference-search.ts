import type { UserQuery, UserRow, UserSortField } from '@patchbay/contract'
import { compareText } from '../collation.ts'
import { foldText } from '../fold-text.ts'
import { passesFilter, type UserTest } from './reference-filter.ts'

/** What the SQL of the directory has to find, said plainly, row by row. The rows of one page, and how many there are on all. A page beyond the end is empty. */
export function searchRows(rows: readonly UserRow[], query: UserQuery): { items: UserRow[]; total: number } {
  const passes = passesFilter(query.filter ?? [], query.join)
  const found = requireWords(query.search ?? '')
  const matching = rows.filter((row) => passes(row) && found(row)).sort(orderBy(query.sort, query.order))
  const start = (query.page - 1) * query.pageSize
  return { items: matching.slice(start, start + query.pageSize), total: matching.length }
}

/** Every word has to be found in the name, the user name or the desk phone number, or to be the id or eight letters and more of its beginning. */
function requireWords(search: string): UserTest {
  const words = foldText(search)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return () => true
  return ({ id, username, identity, phone }) => {
    const text = foldText([identity.firstName, identity.lastName, username, phone.deskPhoneNumber ?? ''].join('\n'))
    return words.every((word) => text.includes(word) || (word.length >= 8 && foldText(id).startsWith(word)))
  }
}

const sortValue: Readonly<Record<UserSortField, (row: UserRow) => string | number>> = {
  username: (row) => row.username,
  firstName: (row) => row.identity.firstName,
  lastName: (row) => row.identity.lastName,
  routingProfile: (row) => row.routingProfile?.name ?? '',
  hierarchyGroup: (row) => (row.hierarchyGroup?.path ?? []).map(({ name }) => name ?? '').join(' / '),
  phoneType: (row) => row.phone.phoneType,
  autoAccept: (row) => Number(row.phone.autoAccept),
  afterContactWorkSeconds: (row) => row.phone.afterContactWorkSeconds,
  pending: (row) => Number(row.pending),
  changed: (row) => (row.changedAt === null ? '' : Date.parse(row.changedAt)),
}

/**
 * Rows without a value come last in both directions. Equal ones are put by name and user name, always ascending, and else stay
 * as they came: no row moves between two pages of the same list.
 */
function orderBy(sort: UserSortField, order: 'asc' | 'desc'): (a: UserRow, b: UserRow) => number {
  const read = sortValue[sort]
  const sign = order === 'asc' ? 1 : -1
  return (a, b) => {
    const [left, right] = [read(a), read(b)]
    if (left !== right && (left === '' || right === '')) return left === '' ? 1 : -1
    return sign * compareValues(left, right) || tieBreak(a, b)
  }
}

function compareValues(left: string | number, right: string | number): number {
  return typeof left === 'number' && typeof right === 'number' ? left - right : compareText(String(left), String(right))
}

function tieBreak(a: UserRow, b: UserRow): number {
  return (
    compareText(a.identity.lastName, b.identity.lastName) ||
    compareText(a.identity.firstName, b.identity.firstName) ||
    compareText(a.username, b.username)
  )
}
