import type { Hierarchy, HierarchyGroup } from '@patchbay/contract'
import { byName } from '../../connect/directory/collation.ts'
import type { Directory } from '../../connect/directory/directory.ts'
import type { GroupSummary } from '../../connect/hierarchy/read-hierarchy.ts'
import { versionOf } from '../../connect/version.ts'
import { ageOf } from '../list-answer.ts'

type HierarchyCounted = Awaited<ReturnType<Directory['readHierarchy']>>

/** The tree with its people counted. It is as old as the older of the two readings it is made of. */
export function hierarchyAnswer({ levels, groups, people, state }: HierarchyCounted): Hierarchy {
  const counts = countPeople(groups, people.byGroup)
  return {
    levels: [...levels],
    groups: parentsFirst(groups).map(({ id, name, parentId, levelId }) => ({
      id,
      name,
      parentId,
      levelId,
      people: counts.get(id) ?? { direct: 0, withChildren: 0 },
    })),
    people: { total: people.total, withoutGroup: people.byGroup.get(null) ?? 0 },
    version: versionOf({
      levels,
      groups: groups.map(({ id, name, parentId, levelId }) => ({ id, name, parentId, levelId })),
    }),
    ...ageOf(state),
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

function countPeople(groups: readonly GroupSummary[], direct: ReadonlyMap<string | null, number>) {
  const counts = new Map<string, HierarchyGroup['people']>(groups.map(({ id }) => [id, { direct: 0, withChildren: 0 }]))
  for (const group of groups) {
    const people = direct.get(group.id) ?? 0
    for (const { id } of group.path) {
      const count = counts.get(id)
      if (!count) continue
      count.withChildren += people
      if (id === group.id) count.direct += people
    }
  }
  return counts
}
