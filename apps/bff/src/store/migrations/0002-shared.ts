import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../is-postgres.ts'

/** What replicas have in common. Pace and limits are for many processes on one database, which SQLite's file is not for. */
export const shared: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('leases')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('held_until', 'bigint', (column) => column.notNull())
      .execute()
    if (!isPostgres(database)) return
    // Unlogged: no commit waits for the disk. A crash empties them, which gives everyone a full bucket once.
    await database.schema
      .createTable('call_slots')
      .modifyFront(sql`unlogged`)
      .addColumn('operation', 'text', (column) => column.primaryKey())
      .addColumn('full_at', 'double precision', (column) => column.notNull())
      .addColumn('wait_ms', 'double precision', (column) => column.notNull())
      .execute()
    // As rate-limiter-flexible reads and writes it, by the order of its columns.
    await database.schema
      .createTable('request_limits')
      .modifyFront(sql`unlogged`)
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('points', 'integer', (column) => column.notNull())
      .addColumn('expire', 'bigint')
      .execute()
  },
}
