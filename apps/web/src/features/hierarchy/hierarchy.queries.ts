import { useQuery } from '@tanstack/react-query'
import type { Hierarchy, OwnRights, Right } from '@patchbay/contract'
import { useMemo } from 'react'
import { api } from '../../api/client.ts'
import { refetchFresh, takeFresh } from '../../api/fresh.ts'
import type { Choice, Choices } from '../../forms/choices.ts'
import { ownRights } from '../access/access.queries.ts'
import { buildTree, pathNames, searchTree } from './hierarchy-tree.ts'

export function useHierarchy(instance: string, { enabled = true } = {}) {
  const options = api.hierarchy.read.queryOptions({ input: { instance } })
  const query = useQuery({
    ...options,
    enabled,
    queryFn: ({ signal }) => api.hierarchy.read.call({ instance, ...takeFresh(options.queryKey) }, { signal }),
  })
  return { ...query, refresh: () => refetchFresh(query, options.queryKey) }
}

/** The groups that a text finds by name, path or id, the best first, each with the path above it. */
export function findGroups(hierarchy: Hierarchy, text: string) {
  return searchTree(buildTree(hierarchy), text, hierarchy.groups.length).map(({ group, parent }) => ({
    id: group.id,
    name: group.name,
    above: parent && pathNames(parent),
  }))
}

/** The value of "no group" in a select, which takes an empty text for "nothing chosen". Connect's ids are UUIDs. */
export const noGroup = 'none'

/** The groups to choose from for whoever has the right, in the order of the tree, each with the path above it. */
export function useGroupChoices(instance: string, right: Right): Choices {
  const { data, isError, refetch } = useHierarchy(instance)
  const rights = useQuery(ownRights(instance))
  const scope = rights.data && scopeOf(rights.data, right)
  const items = useMemo(() => data && scope && groupChoices(data, scope), [data, scope])
  return {
    items,
    hasFailed: isError || rights.isError,
    retry: () => void Promise.all([refetch(), rights.refetch()]),
  }
}

type Scope = OwnRights['rights'][number]['scope']

/** Where a right holds: everywhere, or in these groups with all below them. */
export function scopeOf({ rights }: Pick<OwnRights, 'rights'>, right: Right): Scope {
  return rights.find((one) => one.right === right)?.scope ?? []
}

/** People in no group are for those who look after everyone. */
export function groupChoices({ groups }: Pick<Hierarchy, 'groups'>, scope: Scope): Choice[] {
  const byParent = Map.groupBy(groups, (group) => group.parentId)
  const own = scope === 'all' ? undefined : new Set(scope.map(({ id }) => id))
  const below = (parentId: string | null, above: string | undefined, isAboveIn: boolean): Choice[] =>
    (byParent.get(parentId) ?? []).flatMap(({ id, name }) => {
      const isIn = isAboveIn || own?.has(id) === true
      const choice = { value: id, label: name, ...(above !== undefined && { description: above }) }
      return [...(isIn ? [choice] : []), ...below(id, above === undefined ? name : `${above} / ${name}`, isIn)]
    })
  return [...(own ? [] : [{ value: noGroup, label: 'In no group' }]), ...below(null, undefined, own === undefined)]
}
