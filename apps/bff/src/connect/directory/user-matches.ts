import type { UserFilterToken } from '@patchbay/contract'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import {
  findHolders,
  mayBeId,
  SEARCHED_COLUMN,
  TEXT_COLUMNS,
  userCondition,
  wordsOf,
  type Condition,
  type FilterPlace,
  type UserListQuery,
} from './user-condition.ts'
import type { Scope } from './scope.ts'

/**
 * Up to here it is quicker to sort the people found, who lie in the order of their ids, than to walk through everybody in the
 * order asked for until a page is full; and their ids are worth keeping.
 */
export const FEW = 5_000

/** The same for a walk in one index. */
const FEW_BY_WORDS = 500

/** @param few `FEW`, but in tests */
export function mostSorted(place: FilterPlace, query: UserListQuery, scope: Scope, few: number): number {
  return isInOneIndex(place, query, scope) ? Math.min(few, FEW_BY_WORDS) : few
}

/** Words alone in the order of last names, on SQLite: one index has both, so that a walk reads no row. */
export function isInOneIndex(place: FilterPlace, query: UserListQuery, scope: Scope): boolean {
  return query.sort === 'lastName' && findOnlyIndex(place, query, scope) === SEARCHED_COLUMN
}

/** Who meets a condition, in no order. Ids only where they are few. */
export interface Matches {
  readonly total: number
  readonly seqs: readonly number[] | undefined
}

/** Rows `u` of `directory_users`, as far as a statement needs them: what stands behind FROM and behind WHERE. */
export interface People {
  readonly from: RawBuilder<unknown>
  readonly where: Condition
}

interface MatchOptions {
  /** Up to so many, their ids are told. */
  readonly few: number
  /** Everybody who is found is one of these. */
  readonly among: readonly number[] | undefined
}

/** One pass over everybody, or over those `among` whom they are. */
export async function readMatches(
  database: Kysely<Tables>,
  place: FilterPlace,
  query: UserListQuery,
  scope: Scope,
  { few, among }: MatchOptions,
): Promise<Matches> {
  // Whoever asks for everybody may have many: to gather their ids takes twice as long as to count them.
  if (isEverybody(query, scope)) {
    const { from, where } = allPeople(place, query, scope)
    const { rows } = await sql<{ total: number }>`select count(*) as total from ${from} where ${where}`.execute(
      database,
    )
    return { total: rows[0]?.total ?? 0, seqs: undefined }
  }
  const ids = place.isPostgres ? sql`to_json(array_agg(found.seq))` : sql`json_group_array(found.seq)`
  const { rows } = await sql<{ total: number; seqs: string | readonly number[] | null }>`
    select count(*) as total, case when count(*) <= ${few} then ${ids} end as seqs
    from (${among ? seqsAmong(place, among, query, scope) : seqsOf(place, query, scope)}) as found`.execute(database)
  const { total = 0, seqs = null } = rows[0] ?? {}
  if (total > few) return { total, seqs: undefined }
  // pg parses JSON, SQLite has it as text. What is gathered from nothing is null on PostgreSQL.
  return { total, seqs: typeof seqs === 'string' ? (JSON.parse(seqs) as number[]) : (seqs ?? []) }
}

/** Everybody whom a query is about. Who meets one of several conditions is found by each of them apart, as is quickest for that one. */
function seqsOf(place: FilterPlace, query: UserListQuery, scope: Scope): RawBuilder<unknown> {
  const { filter = [], join } = query
  if (join === 'or' && filter.length > 1) {
    const apart = filter.map((token) => seqsOf(place, { ...query, filter: [token] }, scope))
    return sql.join(apart, sql` union `)
  }
  const holders = scope === 'all' && findHolders(place, query)
  if (holders) return holders
  const { from, where } = peopleAsked(place, query, scope)
  return sql`select u.seq as seq from ${from} where ${where}`
}

/** What begins the index that a condition on nothing but this needs. Profiles and tags are in tables of their own. */
const INDEXED_COLUMNS: Partial<Record<UserFilterToken['property'], string>> = {
  ...TEXT_COLUMNS,
  routingProfile: 'routing_profile_id_name_key',
  hierarchyGroup: 'hierarchy_group_id_name_key',
  phoneType: 'phone_type_name_key',
  autoAccept: 'auto_accept_name_key',
  afterContactWorkSeconds: 'after_contact_work_seconds_name_key',
  pending: 'own_at_name_key',
  changed: 'changed_at_name_key',
}

/** The columns of the one index that a query needs on SQLite, where it asks about one thing alone. */
function findOnlyIndex({ isPostgres }: FilterPlace, query: UserListQuery, scope: Scope): string | undefined {
  const { search = '', filter = [], holding } = query
  if (isPostgres || scope !== 'all') return undefined
  const words = wordsOf(search)
  const [token, ...others] = filter
  // What may be an id is looked for in two of them.
  if (holding !== undefined || others.length > 0 || words.some(mayBeId)) return undefined
  if (token === undefined) return words.length > 0 ? SEARCHED_COLUMN : undefined
  return words.length > 0 ? undefined : INDEXED_COLUMNS[token.property]
}

/** As `allPeople`; on SQLite, where a query asks about one thing alone, in the index of that one. */
function peopleAsked(place: FilterPlace, query: UserListQuery, scope: Scope): People {
  const columns = findOnlyIndex(place, query, scope)
  return columns === undefined ? allPeople(place, query, scope) : peopleBy(columns, place, query, scope)
}

function seqsAmong(
  place: FilterPlace,
  seqs: readonly number[],
  query: UserListQuery,
  scope: Scope,
): RawBuilder<unknown> {
  const { from, where } = knownPeople(place, seqs)
  return sql`select u.seq as seq from ${from} where ${where} and ${userCondition(place, query, scope, 'some')}`
}

function isEverybody({ search = '', filter = [], holding }: UserListQuery, scope: Scope): boolean {
  return scope === 'all' && wordsOf(search).length === 0 && filter.length === 0 && holding === undefined
}

/** To be counted by a column of the list. */
export function countedPeople(place: FilterPlace, query: UserListQuery, scope: Scope, column: string): People {
  return isEverybody(query, scope) ? walkedPeople(place, query, scope, column) : allPeople(place, query, scope)
}

/** To be looked through whole: on SQLite in the one index that has every short column, since the rows are many times as large. */
function allPeople(place: FilterPlace, query: UserListQuery, scope: Scope): People {
  return { from: usersBy(place, 'directory_users_by_filter'), where: userCondition(place, query, scope, 'all') }
}

/** To be looked at one by one, in the order of a column of the list. */
export function walkedPeople(place: FilterPlace, query: UserListQuery, scope: Scope, column: string): People {
  return peopleBy(`${column}_name_key`, place, query, scope)
}

function peopleBy(columns: string, place: FilterPlace, query: UserListQuery, scope: Scope): People {
  const index = `directory_users_by_is_deleted_${columns}`
  return { from: usersBy(place, index), where: userCondition(place, query, scope, 'some') }
}

/** The few whose ids are known. */
export function knownPeople({ isPostgres }: FilterPlace, seqs: readonly number[]): People {
  if (isPostgres) return { from: sql`directory_users u`, where: sql`u.seq = any(${seqs}::bigint[])` }
  return {
    from: sql`directory_users u not indexed`,
    where: sql`u.seq in (select value from json_each(${JSON.stringify(seqs)}))`,
  }
}

/** SQLite takes the index that fits most columns, however many rows have those values. PostgreSQL knows how many. */
function usersBy({ isPostgres }: FilterPlace, index: string): RawBuilder<unknown> {
  return isPostgres ? sql`directory_users u` : sql`directory_users u indexed by ${sql.ref(index)}`
}
