import type { UserRow } from '@patchbay/contract'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { UserSummary } from '../users/user-settings.ts'
import type { Kept } from './kept-per-generation.ts'
import { changedAfter, findsNoMore, inScope, type FilterPlace, type UserListQuery } from './user-condition.ts'
import {
  countedPeople,
  FEW,
  isInOneIndex,
  knownPeople,
  mostSorted,
  readMatches,
  walkedPeople,
  type Matches,
  type People,
} from './user-matches.ts'
import { readRuns, uncountedRuns, type Run } from './user-order.ts'
import type { Scope } from './scope.ts'
import { userRowOf } from './user-row.ts'

export interface UserPage {
  readonly items: UserRow[]
  readonly total: number
  /** False: there are at least so many, and these are the first. */
  readonly isExactTotal: boolean
}

export interface PageOptions {
  /** How many are sorted; among more, the page is found by walking through everybody in the list's order. */
  readonly few?: number
  /** False: where the first page is found sooner than all are counted, they are not. */
  readonly exactTotal?: boolean | undefined
}

/**
 * One page of the people whom a query is about. Who pages through a list, or sorts it another way, looks for them and counts
 * them once; who types on looks among the few whom the letters before found.
 */
export async function findUserPage(
  database: Kysely<Tables>,
  place: FilterPlace,
  query: UserListQuery,
  scope: Scope,
  kept: Kept,
  { few = FEW, exactTotal = true }: PageOptions = {},
): Promise<UserPage> {
  const { search = '', filter, holding, join, sort, order } = query
  const keyOf = (words: string) => JSON.stringify([words, filter, holding, join, scope, changedAfter(place.now)])
  const key = keyOf(search)
  const findMatches = (words: string) => kept.find<Matches>(`matches ${keyOf(words)}`)
  const isKnown = findMatches(search) !== undefined
  const among = isKnown ? undefined : await findAmong(search, findMatches)
  const isUnknown = !isKnown && among === undefined
  if (!exactTotal && isUnknown && query.page === 1 && isInOneIndex(place, query, scope)) {
    const seqs = await readBeginning(database, place, query, scope)
    const isExactTotal = seqs.length <= query.pageSize
    // Everybody was met: who types on looks among them.
    if (isExactTotal) await kept.get<Matches>(`matches ${key}`, () => Promise.resolve({ total: seqs.length, seqs }))
    return { items: await readRows(database, place, seqs.slice(0, query.pageSize)), total: seqs.length, isExactTotal }
  }
  const matches = await kept.get(`matches ${key}`, () => readMatches(database, place, query, scope, { few, among }))
  const { total } = matches
  const isSorted = total <= mostSorted(place, query, scope, few)
  const known = isSorted && matches.seqs ? knownPeople(place, matches.seqs) : undefined
  const walked = (column: string) => known ?? walkedPeople(place, query, scope, column)
  const counted = (column: string) => known ?? countedPeople(place, query, scope, column)
  const runs = await kept.get(`runs ${sort} ${order} ${key}`, () =>
    readRuns(database, place, { total, areSorted: known !== undefined, counted, walked }, query),
  )
  const seqs: number[] = []
  let skipped = (query.page - 1) * query.pageSize
  for (const run of runs) {
    if (seqs.length === query.pageSize) break
    if (skipped < run.count)
      seqs.push(...(await readRun(database, walked(run.column), run, skipped, query.pageSize - seqs.length)))
    skipped = Math.max(0, skipped - run.count)
  }
  return { items: await readRows(database, place, seqs), total, isExactTotal: true }
}

/** The first page and one more, who tells that there are more. */
async function readBeginning(
  database: Kysely<Tables>,
  place: FilterPlace,
  query: UserListQuery,
  scope: Scope,
): Promise<number[]> {
  const seqs: number[] = []
  const wanted = query.pageSize + 1
  for (const run of uncountedRuns(query, place)) {
    if (seqs.length === wanted) break
    const people = walkedPeople(place, query, scope, run.column)
    seqs.push(...(await readRun(database, people, run, 0, wanted - seqs.length)))
  }
  return seqs
}

/** The few among whom is everybody whom `search` finds, where the same question was asked when less of it was typed. */
async function findAmong(
  search: string,
  findMatches: (words: string) => Promise<Matches> | undefined,
): Promise<readonly number[] | undefined> {
  for (let length = search.length - 1; length > 0; length -= 1) {
    const shorter = search.slice(0, length)
    const matches = findMatches(shorter)
    // One that failed says so to whoever asked it.
    if (matches && findsNoMore(search, shorter)) return (await matches.catch(() => undefined))?.seqs
  }
  return undefined
}

/** Walks there from the nearer end: the last page costs as little as the first. */
async function readRun(
  database: Kysely<Tables>,
  people: People,
  { count, where, order }: Run,
  offset: number,
  wanted: number,
): Promise<number[]> {
  const limit = Math.min(wanted, count - offset)
  const behind = count - offset - limit
  const isFromEnd = behind < offset
  const { rows } = await sql<{ seq: number }>`
    select u.seq as seq from ${people.from} where ${people.where} and ${where}
    order by ${order(isFromEnd)} limit ${limit} offset ${isFromEnd ? behind : offset}`.execute(database)
  const seqs = rows.map(({ seq }) => seq)
  return isFromEnd ? seqs.toReversed() : seqs
}

/** One person, where the directory knows them and the scope has them. */
export async function findUserRow(
  database: Kysely<Tables>,
  place: FilterPlace,
  id: string,
  scope: Scope,
): Promise<UserRow | undefined> {
  const { rows } = await sql<{ seq: number }>`
    select u.seq as seq from directory_users u where ${inScope(place, scope)} and u.id = ${id}`.execute(database)
  return (
    await readRows(
      database,
      place,
      rows.map(({ seq }) => seq),
    )
  )[0]
}

async function readRows(database: Kysely<Tables>, place: FilterPlace, seqs: readonly number[]): Promise<UserRow[]> {
  if (seqs.length === 0) return []
  const rows = await database
    .selectFrom('directory_users')
    .innerJoin('directory_user_summaries', 'user_seq', 'seq')
    .select(['seq', 'own_at', 'changed_at', 'summary'])
    .where('seq', 'in', seqs)
    .execute()
  const bySeq = new Map(rows.map((row) => [row.seq, row]))
  const shownAfter = changedAfter(place.now)
  return seqs.flatMap((seq) => {
    const row = bySeq.get(seq)
    // Gone between the two statements.
    if (row === undefined) return []
    const isChanged = row.changed_at !== null && row.changed_at > shownAfter
    const marks = {
      pending: row.own_at !== null,
      changedAt: isChanged ? new Date(row.changed_at ?? 0).toISOString() : null,
    }
    return [userRowOf(JSON.parse(row.summary) as UserSummary, place.names, marks)]
  })
}
