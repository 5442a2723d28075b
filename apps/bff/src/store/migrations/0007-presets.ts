import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const presets: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('presets')
      .addColumn('instance_id', 'text', (column) => column.primaryKey())
      .addColumn('items', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute()
  },
}
