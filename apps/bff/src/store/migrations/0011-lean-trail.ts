import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../is-postgres.ts'

/** Each index of the screen's tables is a page more that a change waits for on the disk before it is sent. */
export const leanTrail: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database
    for (const name of ['by_seq', 'by_time', 'by_status', 'by_action', 'by_instance']) {
      await schema.dropIndex(`changes_${name}`).execute()
    }
    // Every short column: whatever is asked of them, this is looked through and not the rows.
    await schema
      .createIndex('changes_by_filter')
      .on('changes')
      .columns(['kind', 'seq', 'at', 'action', 'instance', 'status', 'target_kind'])
      .execute()
    const onPostgres = isPostgres(database)
    if (onPostgres) return
    // A number that SQLite calls `integer` is the row's own, and a table without row numbers is its key: no second tree beside it.
    const rebuilt = {
      audit_records: 'seq integer primary key, hash text not null, body text not null, change_id text not null)',
      change_fields: 'field text not null, change_id text not null, primary key (field, change_id)) without rowid',
      change_groups:
        'group_id text not null, change_id text not null, primary key (group_id, change_id)) without rowid',
    }
    for (const [table, columns] of Object.entries(rebuilt)) {
      await sql.raw(`create table rebuilt (${columns}`).execute(database)
      await sql.raw(`insert into rebuilt select * from ${table}`).execute(database)
      await schema.dropTable(table).execute()
      await schema.alterTable('rebuilt').renameTo(table).execute()
    }
    await schema.createIndex('audit_records_by_change').on('audit_records').columns(['change_id', 'seq']).execute()
  },
}
