import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const leftSortKeys: Migration = {
  async up(database: Kysely<unknown>) {
    const isPostgres = database.getExecutor().adapter.supportsMultipleConnections
    await database.schema
      .createTable('directory_left_sort_keys')
      .addColumn('sort_key', isPostgres ? sql`text collate "C"` : 'text', (column) => column.notNull())
      .addColumn('left_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
