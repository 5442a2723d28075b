import type { Kysely } from 'kysely'
import type { RoutingProfileRow } from '@patchbay/contract'
import type { Tables } from '../../store/tables.ts'
import type { GroupSummary, HierarchyReading } from '../hierarchy/read-hierarchy.ts'
import type { ProfileSummary } from '../security-profiles/profile-settings.ts'

/** Names for the ids that people carry. */
export interface Names {
  readonly securityProfiles: ReadonlyMap<string, string>
  readonly routingProfiles: ReadonlyMap<string, string>
  readonly groupPaths: ReadonlyMap<string, GroupSummary['path']>
}

export async function readNames(database: Kysely<Tables>, instanceId: string): Promise<Names> {
  const [profiles, routing, groups] = await Promise.all([
    database
      .selectFrom('directory_security_profiles')
      .select(['id', 'name'])
      .where('instance_id', '=', instanceId)
      .execute(),
    readRoutingProfiles(database, instanceId),
    database.selectFrom('directory_groups').select(['id', 'path']).where('instance_id', '=', instanceId).execute(),
  ])
  return {
    securityProfiles: new Map(profiles.map(({ id, name }) => [id, name])),
    routingProfiles: new Map(routing.map(({ id, name }) => [id, name])),
    groupPaths: new Map(groups.map(({ id, path }) => [id, JSON.parse(path) as GroupSummary['path']])),
  }
}

export async function readRoutingProfiles(database: Kysely<Tables>, instanceId: string): Promise<RoutingProfileRow[]> {
  return await database
    .selectFrom('directory_routing_profiles')
    .select(['id', 'name'])
    .where('instance_id', '=', instanceId)
    .execute()
}

/** `pending`: written through Patchbay, and not told so by Connect's search yet. */
export async function readProfiles(
  database: Kysely<Tables>,
  instanceId: string,
): Promise<(ProfileSummary & { readonly pending: boolean })[]> {
  const rows = await database
    .selectFrom('directory_security_profiles')
    .select(['summary', 'own_at'])
    .where('instance_id', '=', instanceId)
    .execute()
  return rows.map(({ summary, own_at }) => ({ ...(JSON.parse(summary) as ProfileSummary), pending: own_at !== null }))
}

export async function readGroups(database: Kysely<Tables>, instanceId: string): Promise<HierarchyReading> {
  const [levels, groups] = await Promise.all([
    database
      .selectFrom('directory_levels')
      .select(['id', 'number', 'name'])
      .where('instance_id', '=', instanceId)
      .orderBy('number')
      .execute(),
    database
      .selectFrom('directory_groups')
      .select(['id', 'name', 'level_id', 'parent_id', 'path'])
      .where('instance_id', '=', instanceId)
      .orderBy('id')
      .execute(),
  ])
  return {
    levels,
    groups: groups.map(({ id, name, level_id, parent_id, path }) => ({
      id,
      name,
      levelId: level_id,
      parentId: parent_id,
      path: JSON.parse(path) as GroupSummary['path'],
    })),
  }
}
