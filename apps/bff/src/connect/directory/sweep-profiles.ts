import type { Kysely } from 'kysely'
import { Fault } from '../../http/fault.ts'
import type { Tables } from '../../store/tables.ts'
import { describeSecurityProfile } from '../security-profiles/describe-security-profile.ts'
import { listSecurityProfiles } from '../security-profiles/list-security-profiles.ts'
import { summaryOfProfile, type ProfileSettings, type ProfileSummary } from '../security-profiles/profile-settings.ts'
import type { CallOptions } from '../upstream.ts'
import { versionOf } from '../version.ts'
import { insertAll } from './insert-all.ts'
import { OWN_WRITE_OUTRANKS_SEARCH_MS } from './own-writes.ts'
import type { SweepPlace } from './sweep-people.ts'

/** Two calls each: more than these wait for the next reading. */
const RECHECKED_AT_ONCE = 20

export async function sweepSecurityProfiles(place: SweepPlace, call: CallOptions): Promise<void> {
  const { database, upstream, instanceId, readings } = place
  const asOf = upstream.now()
  const found = await listSecurityProfiles(upstream, instanceId, call)
  const known = await recheckOwn(place, { found, asOf }, call)
  await database.transaction().execute(async (transaction) => {
    const stored = await readProfileRows(transaction, instanceId)
    const before = new Map(stored.map((row) => [row.id, row]))
    const own = stored.filter((row) => isOutranking(row.own_at, asOf) && !isTold(row, found))
    const outranking = new Set(own.map(({ id }) => id))
    const rows = found
      .filter(({ id }) => !outranking.has(id))
      .map((profile) => {
        const { own_at = null, permissions_of = null } = before.get(profile.id) ?? {}
        const one = known.get(profile.id) ?? profile
        return profileRow(instanceId, one, {
          ownAt: isSame(one, profile) ? null : own_at,
          permissionsOf: permissions_of,
        })
      })
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

/**
 * Description and tags come from the search, which lags. Of which Patchbay wrote, and the search still tells otherwise after two
 * minutes, one cannot know whether it lags or somebody changed it again: they are described, which does not lag. By id. What could not
 * be described stays as it is in the store, and is asked for at the next reading.
 */
async function recheckOwn(
  { database, upstream, instanceId }: SweepPlace,
  { found, asOf }: { readonly found: readonly ProfileSummary[]; readonly asOf: Date },
  call: CallOptions,
): Promise<ReadonlyMap<string, ProfileSummary>> {
  const listed = new Map(found.map((profile) => [profile.id, profile]))
  const known = new Map<string, ProfileSummary>()
  for (const { id, summary, own_at } of await readProfileRows(database, instanceId)) {
    const told = listed.get(id)
    if (told === undefined || own_at === null || isOutranking(own_at, asOf)) continue
    const stored = JSON.parse(summary) as ProfileSummary
    if (isSame(stored, told)) continue
    // Name and time are from the list, which does not lag.
    known.set(id, { ...stored, name: told.name, lastModifiedAt: told.lastModifiedAt })
    if (known.size > RECHECKED_AT_ONCE) continue
    try {
      const { settings } = await describeSecurityProfile({ info: { id: instanceId }, upstream }, id, call)
      known.set(id, summaryOfProfile(settings))
    } catch (error) {
      call.signal?.throwIfAborted()
      if (!(error instanceof Fault)) throw error
    }
  }
  return known
}

/** Whether list and search tell it as the store has it. */
function isTold({ id, summary }: Tables['directory_security_profiles'], found: readonly ProfileSummary[]): boolean {
  const told = found.find((one) => one.id === id)
  return told !== undefined && isSame(JSON.parse(summary) as ProfileSummary, told)
}

const isSame = (a: ProfileSummary, b: ProfileSummary) => versionOf(a) === versionOf(b)

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
