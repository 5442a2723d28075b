import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const signOutElsewhere: Migration = {
  async up(database: Kysely<unknown>) {
    // What is added here is known at sign-in only, so everyone signs in once more.
    await database.deleteFrom('sessions' as never).execute()
    await database.schema.alterTable('sessions').addColumn('sid', 'text').execute()
    await database.schema.alterTable('sessions').addColumn('sealed_refresh_token', 'text').execute()
    await database.schema
      .alterTable('sessions')
      .addColumn('claims_read_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute()
    await database.schema
      .alterTable('sessions')
      .addColumn('claims_due_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute()
    await database.schema.createIndex('sessions_by_person').on('sessions').column('person_id').execute()
    await database.schema
      .createTable('logout_tokens')
      .addColumn('jti', 'text', (column) => column.primaryKey())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
