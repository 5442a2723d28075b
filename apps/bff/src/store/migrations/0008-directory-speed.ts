import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../is-postgres.ts'

export const directorySpeed: Migration = {
  async up(database: Kysely<unknown>) {
    const onPostgres = isPostgres(database)
    // Every short column: whatever is asked of them, this is looked through and not the rows. SQLite has the key in any index.
    const columns = [
      'instance_id',
      'is_deleted',
      'phone_type',
      'auto_accept',
      'after_contact_work_seconds',
      'routing_profile_id',
      'hierarchy_group_id',
      'own_at',
      'changed_at',
    ]
    await database.schema
      .createIndex('directory_users_by_filter')
      .on('directory_users')
      .columns(onPostgres ? [...columns, 'seq'] : columns)
      .execute()
    if (!onPostgres) return
    // Who owns the database may have pg_trgm, others may not, and not every server has it: lists are right without, and slower.
    await sql`do $$ begin
      create extension if not exists pg_trgm;
      create index directory_users_by_parts on directory_users using gin (searched_folded gin_trgm_ops);
    exception when others then
      raise notice 'no index of parts of words: %', sqlerrm;
    end $$`.execute(database)
  },
}
