import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const changes: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database
    await schema
      .createTable('audit_records')
      .addColumn('seq', 'bigint', (column) => column.primaryKey())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('change_id', 'text', (column) => column.notNull())
      .execute()
    await schema.createIndex('audit_records_by_change').on('audit_records').columns(['change_id', 'seq']).execute()
    await schema
      .createTable('audit_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute()
    await (database as Kysely<{ audit_head: { id: number; seq: number; hash: string } }>)
      .insertInto('audit_head')
      .values({ id: 1, seq: 0, hash: '0'.repeat(64) })
      .execute()
    await schema
      .createTable('changes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('person_id', 'text')
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('instance', 'text')
      .addColumn('target_kind', 'text')
      .addColumn('target_id', 'text')
      .addColumn('status', 'text')
      .addColumn('outcome', 'text')
      .addColumn('code', 'text')
      .addColumn('note', 'text')
      .addColumn('attempts', 'text')
      .addColumn('ended_at', 'bigint')
      .addColumn('due_at', 'bigint')
      .addColumn('tries', 'integer', (column) => column.notNull())
      .execute()
    const indexes: Readonly<Record<string, readonly string[]>> = {
      changes_by_seq: ['kind', 'seq'],
      changes_by_time: ['kind', 'at'],
      changes_by_person: ['person_id', 'kind', 'seq'],
      changes_by_target: ['target_id', 'kind', 'seq'],
      changes_by_status: ['status', 'seq'],
      changes_by_action: ['action', 'seq'],
      changes_by_instance: ['instance', 'kind', 'seq'],
      changes_due: ['due_at'],
    }
    for (const [name, columns] of Object.entries(indexes)) {
      await schema
        .createIndex(name)
        .on('changes')
        .columns([...columns])
        .execute()
    }
    await schema
      .createTable('change_fields')
      .addColumn('field', 'text', (column) => column.notNull())
      .addColumn('change_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('change_fields_key', ['field', 'change_id'])
      .execute()
    await schema
      .createTable('change_groups')
      .addColumn('group_id', 'text', (column) => column.notNull())
      .addColumn('change_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('change_groups_key', ['group_id', 'change_id'])
      .execute()
  },
}
