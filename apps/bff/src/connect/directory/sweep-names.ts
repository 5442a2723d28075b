import { readHierarchy } from '../hierarchy/read-hierarchy.ts'
import { listRoutingProfiles } from '../routing-profiles/list-routing-profiles.ts'
import type { CallOptions } from '../upstream.ts'
import { insertAll } from './insert-all.ts'
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
