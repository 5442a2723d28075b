import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../is-postgres.ts'

export const leftSortKeys: Migration = {
  async up(database: Kysely<unknown>) {
    const onPostgres = isPostgres(database)
    await database.schema
      .createTable('directory_left_sort_keys')
      .addColumn('sort_key', onPostgres ? sql`text collate "C"` : 'text', (column) => column.notNull())
      .addColumn('left_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
