import type { Kysely } from 'kysely'
import { Fault } from '../../http/fault.ts'
import type { Tables } from '../../store/tables.ts'
import { listPermissions } from '../security-profiles/describe-security-profile.ts'
import type { ProfileSummary } from '../security-profiles/profile-settings.ts'
import type { CallOptions } from '../upstream.ts'
import { readProfileRows, writePermissions } from './sweep-profiles.ts'
import type { SweepPlace } from './sweep-people.ts'

/** The permissions of all profiles: read again are those of profiles that were modified since. */
export async function sweepPermissions(
  place: SweepPlace,
  asOf: Date,
  call: CallOptions,
  requireTurn: () => Promise<void>,
): Promise<void> {
  const { database, instanceId, readings } = place
  let isChanged = false
  for (const row of await readProfileRows(database, instanceId)) {
    if (isCurrent(row)) continue
    isChanged = true
    await readPermissions(place, row.id, lastModifiedOf(row), call)
    await requireTurn()
  }
  await readings.complete(database, 'permissions', asOf, isChanged)
}

/** The profiles that grant a permission, as last read. */
export async function findGranting(
  { database, instanceId }: SweepPlace,
  permission: string,
): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('directory_profile_permissions')
    .select('profile_id')
    .where('instance_id', '=', instanceId)
    .where('permission', '=', permission)
    .execute()
  return new Set(rows.map((row) => row.profile_id))
}

/** The permissions of these profiles, by profile. One that Connect does not have (any more) is left out. */
export async function findPermissions(
  place: SweepPlace,
  profileIds: Iterable<string>,
  call: CallOptions,
): Promise<Map<string, readonly string[]>> {
  const { database, instanceId } = place
  const ids = [...new Set(profileIds)]
  const rows = new Map((await readProfileRows(database, instanceId)).map((row) => [row.id, row]))
  const current = ids.filter((id) => isCurrent(rows.get(id)))
  const stored = await readStored(database, instanceId, current)
  const read = await Promise.all(
    ids
      .filter((id) => !stored.has(id))
      .map(async (id) => [id, await readPermissions(place, id, lastModifiedOf(rows.get(id)), call)] as const),
  )
  for (const [id, permissions] of read) if (permissions !== undefined) stored.set(id, permissions)
  return stored
}

type ProfileRow = Tables['directory_security_profiles']

/** Whether its permissions were read since it was modified last. */
function isCurrent(row: ProfileRow | undefined): boolean {
  const lastModifiedAt = lastModifiedOf(row)
  return lastModifiedAt !== null && lastModifiedAt === row?.permissions_of
}

function lastModifiedOf(row: ProfileRow | undefined): string | null {
  return row ? (JSON.parse(row.summary) as ProfileSummary).lastModifiedAt : null
}

async function readStored(
  database: Kysely<Tables>,
  instanceId: string,
  profileIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (profileIds.length === 0) return new Map()
  const rows = await database
    .selectFrom('directory_profile_permissions')
    .select(['profile_id', 'permission'])
    .where('instance_id', '=', instanceId)
    .where('profile_id', 'in', profileIds)
    .orderBy('permission')
    .execute()
  const found = new Map<string, string[]>(profileIds.map((id) => [id, []]))
  for (const { profile_id: id, permission } of rows) found.get(id)?.push(permission)
  return found
}

/**
 * Reads them from Connect and keeps them as those of `lastModifiedAt`, as the profile was known before: what changed in
 * between is read again. Undefined where there is no such profile.
 */
async function readPermissions(
  { database, upstream, instanceId }: SweepPlace,
  id: string,
  lastModifiedAt: string | null,
  call: CallOptions,
): Promise<readonly string[] | undefined> {
  const permissions = await listPermissions(upstream, instanceId, id, call).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'NOT_FOUND') return undefined
    throw error
  })
  if (permissions === undefined) return undefined
  const sorted = [...new Set(permissions)].toSorted()
  await database.transaction().execute(async (transaction) => {
    const known = await transaction
      .updateTable('directory_security_profiles')
      .set({ permissions_of: lastModifiedAt })
      .where('instance_id', '=', instanceId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    // One that the list does not tell (yet) would stay.
    if (known !== undefined) await writePermissions(transaction, instanceId, id, sorted)
  })
  return sorted
}
