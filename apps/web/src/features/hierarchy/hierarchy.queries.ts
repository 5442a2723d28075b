import { useQuery } from '@tanstack/react-query'
import type { Hierarchy } from '@patchbay/contract'
import { useMemo } from 'react'
import { api } from '../../api/client.ts'
import { refetchFresh, takeFresh } from '../../api/fresh.ts'
import type { Choice, Choices } from '../../forms/choices.ts'

export function useHierarchy(instance: string) {
  const options = api.hierarchy.read.queryOptions({ input: { instance } })
  const query = useQuery({
    ...options,
    queryFn: ({ signal }) => api.hierarchy.read.call({ instance, ...takeFresh(options.queryKey) }, { signal }),
  })
  return { ...query, refresh: () => refetchFresh(query, options.queryKey) }
}

/** The value of "no group" in a select, which takes an empty text for "nothing chosen". Connect's ids are UUIDs. */
export const noGroup = 'none'

/** The groups to choose from, in the order of the tree, each with the path above it. */
export function useGroupChoices(instance: string): Choices {
  const { data, isError, refetch } = useHierarchy(instance)
  const items = useMemo(() => data && groupChoices(data), [data])
  return { items, hasFailed: isError, retry: () => void refetch() }
}

export function groupChoices({ groups }: Pick<Hierarchy, 'groups'>): Choice[] {
  const byParent = Map.groupBy(groups, (group) => group.parentId)
  const below = (parentId: string | null, above: string | undefined): Choice[] =>
    (byParent.get(parentId) ?? []).flatMap(({ id, name }) => [
      { value: id, label: name, ...(above !== undefined && { description: above }) },
      ...below(id, above === undefined ? name : `${above} / ${name}`),
    ])
  return [{ value: noGroup, label: 'In no group' }, ...below(null, undefined)]
}
