import { sql, type ColumnDataType, type Kysely, type RawBuilder } from 'kysely'
import type { Migration } from 'kysely/migration'
import { isPostgres } from '../is-postgres.ts'

export const directory: Migration = {
  async up(database: Kysely<unknown>) {
    const onPostgres = isPostgres(database)
    // Byte order on both: what sorts by language is in the sort keys.
    const text: ColumnDataType | RawBuilder<unknown> = onPostgres ? sql`text collate "C"` : 'text'
    const seq = onPostgres
      ? sql`seq bigint generated always as identity primary key`
      : sql`seq integer primary key autoincrement`

    await database.schema
      .createTable('directory_readings')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('as_of', 'bigint')
      .addColumn('took_ms', 'bigint')
      .addColumn('generation', 'bigint', (column) => column.notNull())
      .addColumn('failed_at', 'bigint')
      .addColumn('failed_code', 'text')
      .addColumn('failed_message', 'text')
      .addPrimaryKeyConstraint('directory_readings_pk', ['instance_id', 'kind'])
      .execute()

    await database.schema
      .createTable('directory_sort_keys')
      .addColumn('text', text, (column) => column.primaryKey())
      .addColumn('sort_key', text, (column) => column.notNull())
      .execute()
    await index('directory_sort_keys', ['sort_key'])

    const t = sql.raw(onPostgres ? 'text collate "C"' : 'text')
    await sql`create table directory_users (
      ${seq},
      instance_id ${t} not null, id ${t} not null,
      id_folded ${t} not null, username_folded ${t} not null, first_name_folded ${t} not null,
      last_name_folded ${t} not null, desk_phone_folded ${t} not null, searched_folded ${t} not null,
      username_key ${t} not null, first_name_key ${t} not null, last_name_key ${t} not null, name_key ${t} not null,
      phone_type ${t} not null, auto_accept integer not null, after_contact_work_seconds integer not null,
      routing_profile_id ${t}, hierarchy_group_id ${t},
      own_at bigint, is_deleted integer not null, changed_at bigint,
      unique (instance_id, id)
    )`.execute(database)
    for (const column of [
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
    ]) {
      await index('directory_users', ['instance_id', 'is_deleted', column, 'name_key'])
    }
    for (const column of ['username_folded', 'first_name_folded', 'last_name_folded', 'desk_phone_folded', 'id_folded'])
      await index('directory_users', ['instance_id', 'is_deleted', column])
    // Looked through whole, as the much larger rows would be otherwise. PostgreSQL takes no entries as long as names can be.
    if (!onPostgres) await index('directory_users', ['instance_id', 'is_deleted', 'searched_folded'])

    await database.schema
      .createTable('directory_user_summaries')
      .addColumn('user_seq', 'bigint', (column) => column.primaryKey())
      .addColumn('summary', 'text', (column) => column.notNull())
      .execute()

    await database.schema
      .createTable('directory_user_profiles')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('profile_id', text, (column) => column.notNull())
      .addColumn('user_seq', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('directory_user_profiles_pk', ['user_seq', 'profile_id'])
      .execute()
    await index('directory_user_profiles', ['instance_id', 'profile_id', 'user_seq'])

    await database.schema
      .createTable('directory_user_tags')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('user_seq', 'bigint', (column) => column.notNull())
      .addColumn('key_folded', text, (column) => column.notNull())
      .addColumn('label_folded', text, (column) => column.notNull())
      .execute()
    await index('directory_user_tags', ['user_seq'])
    await index('directory_user_tags', ['instance_id', 'key_folded', 'user_seq'])
    await index('directory_user_tags', ['instance_id', 'label_folded', 'user_seq'])

    await database.schema
      .createTable('directory_staged_users')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('sweep', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('summary', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('directory_staged_users_pk', ['instance_id', 'sweep', 'id'])
      .execute()

    await database.schema
      .createTable('directory_security_profiles')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('summary', 'text', (column) => column.notNull())
      .addColumn('own_at', 'bigint')
      .addColumn('permissions_of', 'text')
      .addPrimaryKeyConstraint('directory_security_profiles_pk', ['instance_id', 'id'])
      .execute()

    await database.schema
      .createTable('directory_profile_permissions')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('profile_id', text, (column) => column.notNull())
      .addColumn('permission', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('directory_profile_permissions_pk', ['instance_id', 'permission', 'profile_id'])
      .execute()
    await index('directory_profile_permissions', ['instance_id', 'profile_id', 'permission'])

    await database.schema
      .createTable('directory_levels')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('directory_levels_pk', ['instance_id', 'id'])
      .execute()

    await database.schema
      .createTable('directory_groups')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('level_id', text, (column) => column.notNull())
      .addColumn('parent_id', text)
      .addColumn('path', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('directory_groups_pk', ['instance_id', 'id'])
      .execute()

    await database.schema
      .createTable('directory_group_ancestors')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('ancestor_id', text, (column) => column.notNull())
      .addColumn('group_id', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('directory_group_ancestors_pk', ['instance_id', 'ancestor_id', 'group_id'])
      .execute()

    await database.schema
      .createTable('directory_routing_profiles')
      .addColumn('instance_id', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('directory_routing_profiles_pk', ['instance_id', 'id'])
      .execute()

    async function index(table: string, columns: readonly string[]): Promise<void> {
      await database.schema
        .createIndex(`${table}_by_${columns.filter((name) => name !== 'instance_id').join('_')}`)
        .on(table)
        .columns([...columns])
        .execute()
    }
  },
}
