import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const directorySpeed: Migration = {
  async up(database: Kysely<unknown>) {
    const isPostgres = database.getExecutor().adapter.supportsMultipleConnections
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
      .columns(isPostgres ? [...columns, 'seq'] : columns)
      .execute()
    if (!isPostgres) return
    // Who owns the database may have pg_trgm, others may not, and not every server has it: lists are right without, and slower.
    await sql`do $$ begin
      create extension if not exists pg_trgm;
      create index directory_users_by_parts on directory_users using gin (searched_folded gin_trgm_ops);
    exception when others then
      raise notice 'no index of parts of words: %', sqlerrm;
    end $$`.execute(database)
  },
}
