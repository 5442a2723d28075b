import { useQuery } from '@tanstack/react-query'
import type { Hierarchy } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useRight } from '../../api/session.ts'
import type { FilterChoice, FilterChoices } from './user-filter.ts'

const staleTime = 5 * 60_000

/** The instance's own names for the filter. Read only when `isWanted`: most visits to the list filter nothing. */
export function useFilterChoices(instance: string, isWanted: boolean) {
  const mayReadProfiles = useRight('security-profiles.read')
  const mayReadRouting = useRight('routing-profiles.read')
  const mayReadHierarchy = useRight('hierarchy.read')
  const input = { instance }
  const profiles = useQuery(
    api.securityProfiles.list.queryOptions({ input, staleTime, enabled: isWanted && mayReadProfiles }),
  )
  const routing = useQuery(
    api.routingProfiles.list.queryOptions({ input, staleTime, enabled: isWanted && mayReadRouting }),
  )
  const hierarchy = useQuery(
    api.hierarchy.read.queryOptions({ input, staleTime, enabled: isWanted && mayReadHierarchy }),
  )
  const queries = [profiles, routing, hierarchy]

  const choices: FilterChoices = {
    securityProfile: profiles.data?.items.map(toChoice),
    routingProfile: routing.data?.items.map(toChoice),
    hierarchyGroup: hierarchy.data && groupChoices(hierarchy.data),
  }
  return {
    choices,
    isLoading: queries.some((query) => query.isLoading),
    hasFailed: queries.some((query) => query.isError),
    retry: () => {
      for (const query of queries) if (query.isError) void query.refetch()
    },
  }
}

function toChoice({ id, name }: { id: string; name: string }): FilterChoice {
  return { value: id, label: name }
}

/** Every group with its path from the top: equal names stand under different parents. */
export function groupChoices({ groups }: Pick<Hierarchy, 'groups'>): FilterChoice[] {
  const paths = new Map<string, string>()
  // Parents come before their children.
  for (const group of groups) {
    const above = group.parentId === null ? undefined : paths.get(group.parentId)
    paths.set(group.id, above === undefined ? group.name : `${above} / ${group.name}`)
  }
  return groups.map(({ id, name }) => ({ value: id, label: name, path: paths.get(id) ?? name }))
}
