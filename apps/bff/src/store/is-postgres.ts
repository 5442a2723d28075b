import { PostgresAdapter, type Kysely } from 'kysely'

/** For SQL that the two do not share. */
export function isPostgres<Tables>(database: Pick<Kysely<Tables>, 'getExecutor'>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter
}
