import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const sessionAccess: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .alterTable('sessions')
      .addColumn('places', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute()
    await database.schema.alterTable('sessions').addColumn('username', 'text').execute()
    await database.schema
      .createTable('known_people')
      .addColumn('person_id', 'text', (column) => column.primaryKey())
      .addColumn('person_name', 'text', (column) => column.notNull())
      .addColumn('roles', 'text', (column) => column.notNull())
      .addColumn('signed_in_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
