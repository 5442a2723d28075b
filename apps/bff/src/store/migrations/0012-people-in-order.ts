import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../is-postgres.ts'

/** What a list may be sorted by. */
const COLUMNS = [
  'last_name_key',
  'first_name_key',
  'username_key',
  'routing_profile_id',
  'hierarchy_group_id',
  'phone_type',
  'auto_accept',
  'after_contact_work_seconds',
  'own_at',
  'changed_at',
]

/** With the sequence number a page far back is found in the index alone. On SQLite every index ends with it anyway. */
export const peopleInOrder: Migration = {
  async up(database: Kysely<unknown>) {
    if (!isPostgres(database)) return
    for (const column of COLUMNS) {
      const index = `directory_users_by_is_deleted_${column}_name_key`
      await database.schema.dropIndex(index).execute()
      await sql`create index ${sql.ref(index)} on directory_users
        (instance_id, is_deleted, ${sql.ref(column)}, name_key, seq)`.execute(database)
    }
  },
}
