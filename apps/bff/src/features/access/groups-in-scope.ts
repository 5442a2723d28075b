import type { InstanceAccess } from '../../access/instance-access.ts'
import type { GroupSummary } from '../../connect/hierarchy/read-hierarchy.ts'

/** The groups that one may look at. The topmost of them stand at the top: what is above them is a part of paths only. */
export function groupsInScope(access: InstanceAccess, groups: readonly GroupSummary[]): readonly GroupSummary[] {
  if (access.scope('hierarchy.read') === 'all') return groups
  const own = groups.filter(({ id }) => access.covers('hierarchy.read', id))
  const known = new Set(own.map(({ id }) => id))
  return own.map((group) =>
    group.parentId === null || known.has(group.parentId) ? group : { ...group, parentId: null },
  )
}
