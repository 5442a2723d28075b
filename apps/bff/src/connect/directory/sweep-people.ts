import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { CallOptions, Upstream } from '../upstream.ts'
import { searchUserPages } from '../users/search-users.ts'
import type { UserSummary } from '../users/user-settings.ts'
import { WaitScope } from '../wait-scope.ts'
import { isPostgres } from '../../store/is-postgres.ts'
import type { Readings } from './readings.ts'
import { purgeSortKeys } from './left-sort-keys.ts'
import { findSortKeys, sortKeysOf } from './sort-keys.ts'
import { recheckOwn } from './recheck-own.ts'
import { isSame, outcomeOf } from './sweep-outcome.ts'
import { SweepProgress } from './sweep-progress.ts'
import { deleteUsers, findUsers, sortedTextsOf, writeUsers } from './write-users.ts'

export interface SweepPlace {
  readonly database: Kysely<Tables>
  readonly upstream: Upstream
  readonly instanceId: string
  readonly readings: Readings
}

/** How many rows are in memory at a time. */
const BATCH = 500

/**
 * Reads everybody, page by page. What differs from what is there is laid aside, and counts only when the last page has
 * come: a reading that fails midway, or whose process ends, changes nothing.
 * @param requireTurn throws where another replica has taken over
 */
export async function sweepPeople(
  place: SweepPlace,
  call: CallOptions,
  requireTurn: () => Promise<void>,
): Promise<void> {
  const { database, upstream, instanceId, readings } = place
  const asOf = upstream.now()
  const sweep = randomUUID()
  // What an ended process has left.
  await database.deleteFrom('directory_staged_users').where('instance_id', '=', instanceId).execute()
  const seen = new Set<string>()
  const progress = new SweepProgress()
  WaitScope.current?.add(progress)
  for await (const { people, ofAbout } of searchUserPages(upstream, instanceId, call)) {
    await stage(place, sweep, people, seen)
    progress.note(seen.size, ofAbout)
    await requireTurn()
  }
  await makeSortKeys(place, sweep)
  await requireTurn()
  const isFirst = (await readings.find('people')).asOf === null
  const described = await recheckOwn(place, { sweep, asOf }, call)
  const merge: Merge = { ...place, sweep, seen, asOf, isFirst, described }
  if (isFirst) {
    // Nobody sees these rows before the reading is complete, and one transaction over so many would hold up everything else.
    await mergeStaged(merge, (work) => database.transaction().execute(work))
    await tidyNew(database)
    await readings.complete(database, 'people', asOf, true)
  } else {
    await database.transaction().execute(async (transaction) => {
      const isChanged = await mergeStaged(merge, (work) => work(transaction))
      await readings.complete(transaction, 'people', asOf, isChanged)
    })
  }
  await purgeSortKeys(database, upstream.now())
}

/**
 * PostgreSQL chooses how to look for people by how many there are, and from an index alone only where it knows that their rows
 * are old. It finds out by itself, but minutes after they came: until then a list of 50,000 could take half a minute.
 */
async function tidyNew(database: Kysely<Tables>): Promise<void> {
  if (!isPostgres(database)) return
  await sql`vacuum (analyze) directory_users, directory_user_profiles, directory_user_tags, directory_user_summaries`.execute(
    database,
  )
}

async function stage(
  { database, instanceId }: SweepPlace,
  sweep: string,
  page: readonly UserSummary[],
  seen: Set<string>,
): Promise<void> {
  const ids = page.map(({ id }) => id)
  const stored = await findUsers(database, instanceId, ids)
  // Paging over a list that changes can tell somebody twice: the last time counts.
  const again = ids.filter((id) => seen.has(id))
  const staged = new Map(
    page
      .filter((found) => {
        const one = stored.get(found.id)
        return one === undefined || one.ownAt !== null || !isSame(one.summary, found)
      })
      .map((found) => [found.id, found]),
  )
  if (again.length > 0) {
    await database
      .deleteFrom('directory_staged_users')
      .where('instance_id', '=', instanceId)
      .where('id', 'in', again)
      .execute()
  }
  for (const id of ids) seen.add(id)
  if (staged.size === 0) return
  await database
    .insertInto('directory_staged_users')
    .values([...staged].map(([id, found]) => ({ instance_id: instanceId, sweep, id, summary: JSON.stringify(found) })))
    .execute()
}

/** All at once: the first reading of a large instance brings nothing but new texts. */
async function makeSortKeys({ database, upstream, instanceId }: SweepPlace, sweep: string): Promise<void> {
  const texts = new Set<string>()
  for (let after = ''; ;) {
    const batch = await readStaged(database, instanceId, sweep, after)
    if (batch.length === 0) break
    for (const user of batch) for (const text of sortedTextsOf(user)) texts.add(text)
    after = batch.at(-1)?.id ?? ''
  }
  await sortKeysOf(database, texts, upstream.now())
}

interface Merge extends SweepPlace {
  readonly sweep: string
  readonly seen: ReadonlySet<string>
  readonly asOf: Date
  readonly isFirst: boolean
  readonly described: ReadonlyMap<string, UserSummary | null>
}

type Transact = <Answer>(work: (transaction: Kysely<Tables>) => Promise<Answer>) => Promise<Answer>

/** Answers whether anything changed. */
async function mergeStaged(merge: Merge, transact: Transact): Promise<boolean> {
  const { instanceId, sweep, seen } = merge
  let isChanged = false
  for (let after = ''; ;) {
    const batch = await transact((transaction) => readStaged(transaction, instanceId, sweep, after))
    if (batch.length === 0) break
    const found = new Map(batch.map((user) => [user.id, user]))
    const isBatchChanged = await transact((transaction) => mergeBatch(transaction, merge, [...found.keys()], found))
    isChanged ||= isBatchChanged
    after = batch.at(-1)?.id ?? ''
  }
  for (let after = ''; ;) {
    const ids = await transact((transaction) => readIds(transaction, instanceId, after))
    if (ids.length === 0) break
    const missing = ids.filter((id) => !seen.has(id))
    const isBatchChanged = await transact((transaction) => mergeBatch(transaction, merge, missing, new Map()))
    isChanged ||= isBatchChanged
    after = ids.at(-1) ?? ''
  }
  await transact((transaction) =>
    transaction.deleteFrom('directory_staged_users').where('instance_id', '=', instanceId).execute(),
  )
  return isChanged
}

async function mergeBatch(
  transaction: Kysely<Tables>,
  merge: Merge,
  ids: readonly string[],
  found: ReadonlyMap<string, UserSummary>,
): Promise<boolean> {
  const { instanceId, upstream } = merge
  const now = upstream.now()
  const stored = await findUsers(transaction, instanceId, ids)
  const outcomes = new Map(ids.map((id) => [id, outcomeOf(stored.get(id), found.get(id), merge)]))
  const written = [...outcomes.values()].filter((outcome) => typeof outcome === 'object')
  const gone = [...stored].flatMap(([id, { seq }]) => (outcomes.get(id) === 'gone' ? [seq] : []))
  const texts = written.flatMap(({ summary }) => sortedTextsOf(summary))
  await writeUsers(transaction, instanceId, written, await findSortKeys(transaction, texts), now)
  await deleteUsers(transaction, gone, now)
  return written.length + gone.length > 0
}

async function readStaged(
  database: Kysely<Tables>,
  instanceId: string,
  sweep: string,
  after: string,
): Promise<UserSummary[]> {
  const rows = await database
    .selectFrom('directory_staged_users')
    .select('summary')
    .where('instance_id', '=', instanceId)
    .where('sweep', '=', sweep)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute()
  return rows.map(({ summary }) => JSON.parse(summary) as UserSummary)
}

async function readIds(database: Kysely<Tables>, instanceId: string, after: string): Promise<string[]> {
  const rows = await database
    .selectFrom('directory_users')
    .select('id')
    .where('instance_id', '=', instanceId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute()
  return rows.map(({ id }) => id)
}
