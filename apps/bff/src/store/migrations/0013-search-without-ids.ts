import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The id was the last line of what is searched. */
export const searchWithoutIds: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`update directory_users
      set searched_folded = substr(searched_folded, 1, length(searched_folded) - length(id_folded) - 1)`.execute(
      database,
    )
  },
}
