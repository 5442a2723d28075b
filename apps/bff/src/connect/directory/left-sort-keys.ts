import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { isPostgres } from '../../store/is-postgres.ts'

/**
 * A key stays at least this long after somebody has lost it or has been given it anew: far longer than it takes from asking for
 * a key until the row that has it is written.
 */
export const KEY_STAYS_MS = 3_600_000

const CHUNK = 500
const KEYS = ['username_key', 'first_name_key', 'last_name_key'] as const

/** Two replicas must not give and take keys at the same time. SQLite's transactions are one after the other anyway. */
export async function lockSortKeys(transaction: Kysely<Tables>): Promise<void> {
  if (!isPostgres(transaction)) return
  await sql`select pg_advisory_xact_lock(hashtext('directory_sort_keys'))`.execute(transaction)
}

/** Notes the keys of rows that are about to change or go: whether others have them too is looked up when an hour has passed. */
export async function leaveSortKeys(transaction: Kysely<Tables>, users: readonly number[], now: Date): Promise<void> {
  for (const key of KEYS) {
    const rows = await transaction
      .selectFrom('directory_users')
      .select(`${key} as sort_key`)
      .where('seq', 'in', users)
      .where(key, '<>', '')
      .execute()
    await noteKeys(transaction, new Set(rows.map(({ sort_key }) => sort_key)), now)
  }
}

/** Keys that somebody has lost, or has been given anew, since they were looked at. */
export async function findLeftKeys(database: Kysely<Tables>): Promise<Set<string>> {
  const rows = await database.selectFrom('directory_left_sort_keys').select('sort_key').distinct().execute()
  return new Set(rows.map(({ sort_key }) => sort_key))
}

/** A row each time and never an update, so that nobody who notes a key waits for another one. */
export async function noteKeys(transaction: Kysely<Tables>, keys: ReadonlySet<string>, now: Date): Promise<void> {
  const rows = [...keys].map((key) => ({ sort_key: key, left_at: now.getTime() }))
  for (let at = 0; at < rows.length; at += CHUNK) {
    await transaction
      .insertInto('directory_left_sort_keys')
      .values(rows.slice(at, at + CHUNK))
      .execute()
  }
}

/** Forgets the texts that nobody has had for an hour: names of people who were deleted, or who are called otherwise now. */
export async function purgeSortKeys(database: Kysely<Tables>, now: Date): Promise<void> {
  const before = now.getTime() - KEY_STAYS_MS
  let looked = CHUNK
  while (looked === CHUNK) looked = await database.transaction().execute((work) => purgeSome(work, before))
}

async function purgeSome(transaction: Kysely<Tables>, before: number): Promise<number> {
  await lockSortKeys(transaction)
  const rows = await transaction
    .selectFrom('directory_left_sort_keys')
    .select('sort_key')
    .groupBy('sort_key')
    .having(({ fn }) => fn.max('left_at'), '<=', before)
    .limit(CHUNK)
    .execute()
  const keys = rows.map(({ sort_key }) => sort_key)
  if (keys.length === 0) return 0
  const had = await findHad(transaction, keys)
  const unused = keys.filter((key) => !had.has(key))
  if (unused.length > 0) await transaction.deleteFrom('directory_sort_keys').where('sort_key', 'in', unused).execute()
  await transaction
    .deleteFrom('directory_left_sort_keys')
    .where('sort_key', 'in', keys)
    .where('left_at', '<=', before)
    .execute()
  return keys.length
}

/** Those of the keys that anybody has. One instance after the other, as the indexes begin with it. */
async function findHad(transaction: Kysely<Tables>, keys: readonly string[]): Promise<Set<string>> {
  const had = new Set<string>()
  for (let instanceId = await findInstance(transaction, ''); instanceId !== undefined;) {
    for (const key of KEYS) {
      const rows = await transaction
        .selectFrom('directory_users')
        .select(`${key} as sort_key`)
        .distinct()
        .where('instance_id', '=', instanceId)
        .where('is_deleted', 'in', [0, 1])
        .where(key, 'in', keys)
        .execute()
      for (const { sort_key } of rows) had.add(sort_key)
    }
    instanceId = await findInstance(transaction, instanceId)
  }
  return had
}

async function findInstance(transaction: Kysely<Tables>, after: string): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('directory_users')
    .select('instance_id')
    .where('instance_id', '>', after)
    .orderBy('instance_id')
    .limit(1)
    .executeTakeFirst()
  return row?.instance_id
}
