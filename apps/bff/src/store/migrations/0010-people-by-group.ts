import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../is-postgres.ts'

export const peopleByGroup: Migration = {
  async up(database: Kysely<unknown>) {
    if (!isPostgres(database)) return
    // Who is in which groups, by the index alone. SQLite has the key in any index, and the groups in the one of all short columns.
    await sql`create index directory_users_by_group on directory_users
      (instance_id, is_deleted, hierarchy_group_id, seq)`.execute(database)
  },
}
