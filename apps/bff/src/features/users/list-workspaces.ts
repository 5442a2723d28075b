import type { UserWorkspaces } from '@patchbay/contract'
import { byName } from '../../connect/directory/collation.ts'
import { searchWorkspaceAssociations } from '../../connect/workspaces/search-workspace-associations.ts'
import type { Caller } from '../caller.ts'
import { findListed } from './find-listed.ts'

type Way = UserWorkspaces['items'][number]['through'][number]

/** Assigned to the person, assigned to their routing profile, or visible to everyone (WS-04, WS-05). */
export async function listWorkspaces(caller: Caller, id: string): Promise<UserWorkspaces> {
  const { instance, signal, now } = caller
  const { row } = await findListed(caller, id)
  const ways = new Map<string, Way>([[id, 'person']])
  if (row.routingProfile !== null) ways.set(row.routingProfile.id, 'routing-profile')
  const asOf = now()
  const [workspaces, associations] = await Promise.all([
    instance.readings.workspaces.get({ signal }),
    searchWorkspaceAssociations(instance, [...ways.keys()], { signal }),
  ])
  const items = workspaces.value.flatMap((workspace) => {
    const assigned = associations
      .filter((one) => one.workspaceId === workspace.id)
      .flatMap((one) => ways.get(one.resourceId) ?? [])
    const through: Way[] = workspace.visibility === 'ALL' ? ['everyone', ...assigned] : assigned
    if (through.length === 0) return []
    return [{ id: workspace.id, name: workspace.name, through, isHidden: workspace.visibility === 'NONE' }]
  })
  return { items: items.toSorted(byName), asOf: new Date(Math.min(+asOf, +workspaces.asOf)).toISOString() }
}
