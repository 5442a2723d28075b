import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations.ts'
import { StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'
import { isPostgres } from './is-postgres.ts'

async function run(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

/** Names of the migrations that the database has; none where it has no tables. */
async function findDone(database: Kysely<Tables>): Promise<string[]> {
  const reading = sql<{ name: string }>`select name from kysely_migration order by name`.execute(database)
  const { rows } = await reading.catch(() => ({ rows: [] }))
  return rows.map(({ name }) => name)
}

const isKnown = (name: string): boolean => Object.hasOwn(migrations, name)

/**
 * Brings the tables up to date, all of it or nothing, and closes the database. One process at a time: on PostgreSQL by
 * the advisory lock that Kysely's migrator takes, on SQLite by the write lock, which a transaction takes as it begins.
 */
export async function migrateForward(database: Kysely<Tables>): Promise<void> {
  const isSqlite = !isPostgres(database)
  try {
    // What nearly every start finds. The migrator would look through the whole catalogue of PostgreSQL, three times.
    const done = await findDone(database)
    if (done.every(isKnown) && done.length === Object.keys(migrations).length) return
    // On PostgreSQL the migrator makes a transaction of its own, inside its lock.
    await (isSqlite ? database.transaction().execute(run) : run(database))
  } catch (error) {
    const unknown = (await findDone(database)).find((name) => !isKnown(name))
    if (unknown === undefined) throw error
    throw new StoreError(
      `was brought up to date by a newer version of Patchbay (it has ${unknown}). Run that version, or restore the backup from before.`,
    )
  } finally {
    await database.destroy()
  }
}
