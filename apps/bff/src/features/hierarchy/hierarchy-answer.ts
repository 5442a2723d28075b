import type { Hierarchy, HierarchyGroup } from '@patchbay/contract'
import type { GroupSummary, HierarchyReading } from '../../connect/hierarchy/read-hierarchy.ts'
import type { Reading } from '../../connect/kept-reading.ts'
import type { UserSummary } from '../../connect/users/user-settings.ts'
import { versionOf } from '../../connect/version.ts'
import { byName } from '../collation.ts'

/** The tree with its people counted. It is as old as the older of the two readings it is made of. */
export function hierarchyAnswer(
  hierarchy: Reading<HierarchyReading>,
  people: Reading<readonly UserSummary[]>,
): Hierarchy {
  const { levels, groups } = hierarchy.value
  const counts = countPeople(groups, people.value)
  return {
    levels: [...levels],
    groups: parentsFirst(groups).map(({ id, name, parentId, levelId }) => ({
      id,
      name,
      parentId,
      levelId,
      people: counts.get(id) ?? { direct: 0, withChildren: 0 },
    })),
    people: {
      total: people.value.length,
      withoutGroup: people.value.filter(({ hierarchyGroupId }) => hierarchyGroupId === null).length,
    },
    version: versionOf({
      levels,
      groups: groups.map(({ id, name, parentId, levelId }) => ({ id, name, parentId, levelId })),
    }),
    asOf: (hierarchy.asOf < people.asOf ? hierarchy.asOf : people.asOf).toISOString(),
  }
}

/** Parents before their children, siblings by name. A group whose parent is not among them stands at the top. */
export function parentsFirst(groups: readonly GroupSummary[]): GroupSummary[] {
  const known = new Set(groups.map(({ id }) => id))
  const byParent = Map.groupBy(groups, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const ordered: GroupSummary[] = []
  const add = (parentId: string | null) => {
    for (const group of (byParent.get(parentId) ?? []).toSorted(byName)) {
      ordered.push(group)
      add(group.id)
    }
  }
  add(null)
  return ordered
}

function countPeople(groups: readonly GroupSummary[], people: readonly UserSummary[]) {
  const counts = new Map<string, HierarchyGroup['people']>(groups.map(({ id }) => [id, { direct: 0, withChildren: 0 }]))
  const paths = new Map(groups.map(({ id, path }) => [id, path]))
  for (const { hierarchyGroupId } of people) {
    if (hierarchyGroupId === null) continue
    for (const { id } of paths.get(hierarchyGroupId) ?? []) {
      const count = counts.get(id)
      if (!count) continue
      count.withChildren += 1
      if (id === hierarchyGroupId) count.direct += 1
    }
  }
  return counts
}
