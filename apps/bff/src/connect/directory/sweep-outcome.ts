import type { UserSummary } from '../users/user-settings.ts'
import { versionOf } from '../version.ts'
import { OWN_WRITE_OUTRANKS_SEARCH_MS } from './own-writes.ts'
import type { StoredUser } from './write-users.ts'

/** The order of lists and keys says nothing, so it makes no difference. */
export function isSame(a: UserSummary, b: UserSummary): boolean {
  return JSON.stringify(a) === JSON.stringify(b) || versionOf(a) === versionOf(b)
}

/** Whether Connect tells the same as the store. Undefined: Connect tells of no such person. */
export function isAgreed({ summary, isDeleted }: StoredUser, found: UserSummary | undefined): boolean {
  return found === undefined ? isDeleted : !isDeleted && isSame(summary, found)
}

interface Told {
  /** From when on a change may be missing in what the search tells. */
  readonly asOf: Date
  readonly isFirst: boolean
  /** Of whom Patchbay wrote longer ago: what a describe tells, by id. Null: there is no such person. */
  readonly described: ReadonlyMap<string, UserSummary | null>
}

/** What becomes of a person whom the store and the search, or one of them, know: a row to write, `gone`, or nothing. */
export function outcomeOf(
  stored: StoredUser | undefined,
  found: UserSummary | undefined,
  { asOf, isFirst, described }: Told,
): StoredUser | 'gone' | undefined {
  const changedAt = isFirst ? null : asOf.getTime()
  if (stored === undefined || stored.ownAt === null) {
    if (stored !== undefined && isAgreed(stored, found)) return undefined
    return found === undefined ? 'gone' : { summary: found, ownAt: null, isDeleted: false, changedAt }
  }
  const { ownAt } = stored
  if (isAgreed(stored, found)) return stored.isDeleted ? 'gone' : { ...stored, ownAt: null }
  const isOutranked = asOf.getTime() <= ownAt + OWN_WRITE_OUTRANKS_SEARCH_MS
  const known = described.get(stored.summary.id)
  if (isOutranked || known === undefined || isAgreed(stored, known ?? undefined)) return undefined
  // Others changed them since. Pending as long as the search tells neither.
  if (known === null) return found === undefined ? 'gone' : { ...stored, isDeleted: true }
  const isConfirmed = found !== undefined && isSame(found, known)
  return { summary: known, ownAt: isConfirmed ? null : ownAt, isDeleted: false, changedAt }
}
