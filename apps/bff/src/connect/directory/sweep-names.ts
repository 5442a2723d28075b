import type { Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { readHierarchy } from '../hierarchy/read-hierarchy.ts'
import { listRoutingProfiles } from '../routing-profiles/list-routing-profiles.ts'
import { listSecurityProfiles } from '../security-profiles/list-security-profiles.ts'
import { summaryOfProfile, type ProfileSettings, type ProfileSummary } from '../security-profiles/profile-settings.ts'
import type { CallOptions } from '../upstream.ts'
import { insertAll } from './insert-all.ts'
import { OWN_WRITE_OUTRANKS_SEARCH_MS } from './own-writes.ts'
import type { SweepPlace } from './sweep-people.ts'

// A few hundred rows of each kind at most (quotas of Connect): read whole, then put in the place of what was there.

export async function sweepHierarchy({ database, upstream, instanceId, readings }: SweepPlace, call: CallOptions) {
  const asOf = upstream.now()
  const { levels, groups } = await readHierarchy(upstream, instanceId, call)
  const inInstance = { instance_id: instanceId }
  await database.transaction().execute(async (transaction) => {
    for (const table of ['directory_levels', 'directory_groups', 'directory_group_ancestors'] as const) {
      await transaction.deleteFrom(table).where('instance_id', '=', instanceId).execute()
    }
    await insertAll(
      levels.map((level) => ({ ...inInstance, ...level })),
      (rows) => transaction.insertInto('directory_levels').values(rows).execute(),
    )
    await insertAll(
      groups.map(({ id, name, levelId, parentId, path }) => ({
        ...inInstance,
        id,
        name,
        level_id: levelId,
        parent_id: parentId,
        path: JSON.stringify(path),
      })),
      (rows) => transaction.insertInto('directory_groups').values(rows).execute(),
    )
    await insertAll(
      groups.flatMap((group) =>
        group.path.map((above) => ({ ...inInstance, ancestor_id: above.id, group_id: group.id })),
      ),
      (rows) => transaction.insertInto('directory_group_ancestors').values(rows).execute(),
    )
    await readings.complete(transaction, 'hierarchy', asOf, true)
  })
}

export async function sweepRoutingProfiles(
  { database, upstream, instanceId, readings }: SweepPlace,
  call: CallOptions,
) {
  const asOf = upstream.now()
  const profiles = await listRoutingProfiles(upstream, instanceId, call)
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('directory_routing_profiles').where('instance_id', '=', instanceId).execute()
    await insertAll(
      profiles.map(({ id, name }) => ({ instance_id: instanceId, id, name })),
      (rows) => transaction.insertInto('directory_routing_profiles').values(rows).execute(),
    )
    await readings.complete(transaction, 'routingProfiles', asOf, true)
  })
}

export async function sweepSecurityProfiles(place: SweepPlace, call: CallOptions): Promise<void> {
  const { database, upstream, instanceId, readings } = place
  const asOf = upstream.now()
  const found = await listSecurityProfiles(upstream, instanceId, call)
  await database.transaction().execute(async (transaction) => {
    const stored = await readProfileRows(transaction, instanceId)
    const own = stored.filter(({ own_at }) => isOutranking(own_at, asOf))
    const kept = new Map(own.map((row) => [row.id, row]))
    const permissionsOf = new Map(stored.map(({ id, permissions_of }) => [id, permissions_of]))
    const rows = found
      .filter(({ id }) => !kept.has(id))
      .map((profile) => profileRow(instanceId, profile, { permissionsOf: permissionsOf.get(profile.id) ?? null }))
    await transaction.deleteFrom('directory_security_profiles').where('instance_id', '=', instanceId).execute()
    await insertAll([...rows, ...own], (some) =>
      transaction.insertInto('directory_security_profiles').values(some).execute(),
    )
    // Permissions of profiles that are gone.
    await transaction
      .deleteFrom('directory_profile_permissions')
      .where('instance_id', '=', instanceId)
      .where('profile_id', 'not in', (query) =>
        query.selectFrom('directory_security_profiles').select('id').where('instance_id', '=', instanceId),
      )
      .execute()
    await readings.complete(transaction, 'securityProfiles', asOf, true)
  })
}

/** What is written of a profile through Patchbay is in the directory at once. */
export class OwnProfiles {
  readonly #place: SweepPlace

  constructor(place: SweepPlace) {
    this.#place = place
  }

  async put(profile: ProfileSettings): Promise<void> {
    const { database, instanceId, readings, upstream } = this.#place
    const marks = { ownAt: upstream.now().getTime(), permissionsOf: profile.lastModifiedAt }
    const row = profileRow(instanceId, summaryOfProfile(profile), marks)
    await database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('directory_security_profiles')
        .values(row)
        .onConflict((conflict) => conflict.columns(['instance_id', 'id']).doUpdateSet(row))
        .execute()
      await writePermissions(transaction, instanceId, profile.id, profile.permissions)
      await readings.touch(transaction, 'securityProfiles')
    })
  }
}

/** In place of what was there. */
export async function writePermissions(
  transaction: Kysely<Tables>,
  instanceId: string,
  profileId: string,
  permissions: Iterable<string>,
): Promise<void> {
  await transaction
    .deleteFrom('directory_profile_permissions')
    .where('instance_id', '=', instanceId)
    .where('profile_id', '=', profileId)
    .execute()
  await insertAll(
    [...new Set(permissions)].map((permission) => ({ instance_id: instanceId, profile_id: profileId, permission })),
    (rows) => transaction.insertInto('directory_profile_permissions').values(rows).execute(),
  )
}

export async function readProfileRows(database: Kysely<Tables>, instanceId: string) {
  return await database
    .selectFrom('directory_security_profiles')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .execute()
}

function isOutranking(ownAt: number | null, asOf: Date): boolean {
  return ownAt !== null && asOf.getTime() <= ownAt + OWN_WRITE_OUTRANKS_SEARCH_MS
}

function profileRow(
  instanceId: string,
  profile: ProfileSummary,
  { ownAt = null, permissionsOf }: { readonly ownAt?: number | null; readonly permissionsOf: string | null },
): Tables['directory_security_profiles'] {
  const { id, name } = profile
  return {
    instance_id: instanceId,
    id,
    name,
    summary: JSON.stringify(profile),
    own_at: ownAt,
    permissions_of: permissionsOf,
  }
}
