import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../is-postgres.ts'

/**
 * Whoever is looked for by words is mostly listed by last name: with the words in that index, no row is read until the page is full. The
 * sequence number stands before them, since it is part of the order. PostgreSQL takes no entries as long as names can be.
 */
export const wordsInOrder: Migration = {
  async up(database: Kysely<unknown>) {
    if (isPostgres(database)) return
    const index = 'directory_users_by_is_deleted_last_name_key_name_key'
    await database.schema.dropIndex(index).execute()
    await sql`create index ${sql.ref(index)} on directory_users
      (instance_id, is_deleted, last_name_key, name_key, seq, searched_folded)`.execute(database)
  },
}
