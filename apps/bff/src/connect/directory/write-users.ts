import type { Insertable, Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import type { UserSummary } from '../users/user-settings.ts'
import { storable } from './dialect.ts'
import { foldText } from './fold-text.ts'
import { insertAll } from './insert-all.ts'
import { leaveSortKeys } from './left-sort-keys.ts'

/** A person as the store holds it. */
export interface StoredUser {
  readonly summary: UserSummary
  /** When it was written through Patchbay, until a search confirms that. */
  readonly ownAt: number | null
  readonly isDeleted: boolean
  readonly changedAt: number | null
}

export interface FoundUser extends StoredUser {
  readonly seq: number
}

/** The texts whose order counts. */
export function sortedTextsOf({ username, identity }: UserSummary): readonly string[] {
  return [username, identity.firstName, identity.lastName].map(storable)
}

/** The people of these ids as they stand, by id. */
export async function findUsers(
  database: Kysely<Tables>,
  instanceId: string,
  ids: readonly string[],
): Promise<Map<string, FoundUser>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('directory_users')
    .innerJoin('directory_user_summaries', 'user_seq', 'seq')
    .select(['seq', 'id', 'own_at', 'is_deleted', 'changed_at', 'summary'])
    .where('instance_id', '=', instanceId)
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        seq: row.seq,
        summary: JSON.parse(row.summary) as UserSummary,
        ownAt: row.own_at,
        isDeleted: row.is_deleted === 1,
        changedAt: row.changed_at,
      },
    ]),
  )
}

/** Puts people in, whether they are there or not. `keys`: of all texts that `sortedTextsOf` names. */
export async function writeUsers(
  transaction: Kysely<Tables>,
  instanceId: string,
  users: readonly StoredUser[],
  keys: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  if (users.length === 0) return
  const before = await transaction
    .selectFrom('directory_users')
    .select('seq')
    .where('instance_id', '=', instanceId)
    .where(
      'id',
      'in',
      users.map(({ summary }) => summary.id),
    )
    .execute()
  if (before.length > 0)
    await leaveSortKeys(
      transaction,
      before.map(({ seq }) => seq),
      now,
    )
  const written = await transaction
    .insertInto('directory_users')
    .values(users.map((user) => columnsOf(instanceId, user, keys)))
    .onConflict((conflict) =>
      conflict
        .columns(['instance_id', 'id'])
        .doUpdateSet((set) => Object.fromEntries(COLUMNS.map((column) => [column, set.ref(`excluded.${column}`)]))),
    )
    .returning(['seq', 'id'])
    .execute()
  const seqOf = new Map(written.map(({ seq, id }) => [id, seq]))
  await deleteDetails(transaction, [...seqOf.values()])
  const details = users.map(({ summary, isDeleted }) => ({ seq: seqOf.get(summary.id) ?? 0, summary, isDeleted }))
  await insertAll(
    details.map(({ seq, summary }) => ({ user_seq: seq, summary: JSON.stringify(summary) })),
    (rows) => transaction.insertInto('directory_user_summaries').values(rows).execute(),
  )
  // A deleted person holds nothing.
  const living = details.filter(({ isDeleted }) => !isDeleted)
  await insertAll(
    living.flatMap(({ seq, summary }) =>
      [...new Set(summary.securityProfileIds)].map((id) => ({
        instance_id: instanceId,
        user_seq: seq,
        profile_id: id,
      })),
    ),
    (rows) => transaction.insertInto('directory_user_profiles').values(rows).execute(),
  )
  await insertAll(
    living.flatMap(({ seq, summary }) => tagsOf(instanceId, seq, summary)),
    (rows) => transaction.insertInto('directory_user_tags').values(rows).execute(),
  )
}

export async function deleteUsers(transaction: Kysely<Tables>, seqs: readonly number[], now: Date): Promise<void> {
  if (seqs.length === 0) return
  await leaveSortKeys(transaction, seqs, now)
  await deleteDetails(transaction, seqs)
  await transaction.deleteFrom('directory_users').where('seq', 'in', seqs).execute()
}

async function deleteDetails(transaction: Kysely<Tables>, seqs: readonly number[]): Promise<void> {
  for (const table of ['directory_user_summaries', 'directory_user_profiles', 'directory_user_tags'] as const) {
    await transaction.deleteFrom(table).where('user_seq', 'in', seqs).execute()
  }
}

const COLUMNS = [
  'id_folded',
  'username_folded',
  'first_name_folded',
  'last_name_folded',
  'desk_phone_folded',
  'searched_folded',
  'username_key',
  'first_name_key',
  'last_name_key',
  'name_key',
  'phone_type',
  'auto_accept',
  'after_contact_work_seconds',
  'routing_profile_id',
  'hierarchy_group_id',
  'own_at',
  'is_deleted',
  'changed_at',
] as const satisfies readonly (keyof Tables['directory_users'])[]

function columnsOf(
  instanceId: string,
  { summary, ownAt, isDeleted, changedAt }: StoredUser,
  keys: ReadonlyMap<string, string>,
): Insertable<Tables['directory_users']> {
  const { id, username, identity, phone, routingProfileId, hierarchyGroupId } = summary
  const [usernameKey = '', firstNameKey = '', lastNameKey = ''] = sortedTextsOf(summary).map((text) => keys.get(text))
  return {
    instance_id: instanceId,
    id,
    id_folded: folded(id),
    username_folded: folded(username),
    first_name_folded: folded(identity.firstName),
    last_name_folded: folded(identity.lastName),
    desk_phone_folded: folded(phone.deskPhoneNumber ?? ''),
    searched_folded: folded([identity.firstName, identity.lastName, username, phone.deskPhoneNumber ?? ''].join('\n')),
    username_key: usernameKey,
    first_name_key: firstNameKey,
    last_name_key: lastNameKey,
    // A space is before every digit of a key, so that the shorter one of two comes first.
    name_key: `${lastNameKey} ${firstNameKey} ${usernameKey}`,
    phone_type: phone.phoneType,
    auto_accept: Number(phone.autoAccept),
    after_contact_work_seconds: phone.afterContactWorkSeconds,
    routing_profile_id: routingProfileId,
    hierarchy_group_id: hierarchyGroupId,
    own_at: ownAt,
    is_deleted: Number(isDeleted),
    changed_at: changedAt,
  }
}

function tagsOf(instanceId: string, seq: number, { tags }: UserSummary): Insertable<Tables['directory_user_tags']>[] {
  return Object.entries(tags).map(([key, value]) => ({
    instance_id: instanceId,
    user_seq: seq,
    key_folded: folded(key),
    label_folded: folded(`${key}=${value}`),
  }))
}

function folded(text: string): string {
  return storable(foldText(text))
}
