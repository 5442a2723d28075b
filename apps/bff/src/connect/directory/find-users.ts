import type { UserRow } from '@patchbay/contract'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { UserSummary } from '../users/user-settings.ts'
import {
  changedAfter,
  inScope,
  userCondition,
  type Condition,
  type FilterPlace,
  type UserListQuery,
} from './user-condition.ts'
import { readRuns, type Run } from './user-order.ts'
import type { Scope } from './scope.ts'
import { userRowOf } from './user-row.ts'

export interface UserPage {
  readonly items: UserRow[]
  readonly total: number
}

/**
 * One page of the people whom a query is about. `keptRuns` keeps what was counted, as long as the rows stay what they are: who
 * pages through a list counts once.
 */
export async function findUserPage(
  database: Kysely<Tables>,
  place: FilterPlace,
  query: UserListQuery,
  scope: Scope,
  keptRuns: <Value>(key: string, read: () => Promise<Value>) => Promise<Value>,
): Promise<UserPage> {
  const condition = userCondition(place, query, scope)
  const { search, filter, holding, join, sort, order } = query
  const key = JSON.stringify([search, filter, holding, join, scope, sort, order, changedAfter(place.now)])
  const runs = await keptRuns(key, () => readRuns(database, place, condition, query))
  const total = runs.reduce((sum, { count }) => sum + count, 0)
  const seqs: number[] = []
  let skipped = (query.page - 1) * query.pageSize
  for (const run of runs) {
    if (seqs.length === query.pageSize) break
    if (skipped < run.count)
      seqs.push(...(await readRun(database, condition, run, skipped, query.pageSize - seqs.length)))
    skipped = Math.max(0, skipped - run.count)
  }
  return { items: await readRows(database, place, seqs), total }
}

async function readRun(
  database: Kysely<Tables>,
  condition: Condition,
  { where, order }: Run,
  offset: number,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    select u.seq as seq from directory_users u where ${condition} and ${where}
    order by ${order} limit ${limit} offset ${offset}`.execute(database)
  return rows.map(({ seq }) => seq)
}

/** One person, where the directory knows them and the scope has them. */
export async function findUserRow(
  database: Kysely<Tables>,
  place: FilterPlace,
  id: string,
  scope: Scope,
): Promise<UserRow | undefined> {
  const { rows } = await sql<{ seq: number }>`
    select u.seq as seq from directory_users u where ${inScope(place.instanceId, scope)} and u.id = ${id}`.execute(
    database,
  )
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
