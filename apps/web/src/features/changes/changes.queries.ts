import { keepPreviousData } from '@tanstack/react-query'
import type { ChangeList } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import type { ChangesQuery } from './changes-search.ts'

/** How often what is still open is looked at again. */
const lookAgainMs = 4000

/** Sign-ins and exports belong to no instance. */
export function toFilter(instance: string, query: Omit<ChangesQuery, 'page' | 'pageSize'>) {
  return query.kind === 'change' || query.kind === 'refusal' ? { ...query, instance } : query
}

/** One page of changes, newest first. */
export function searchChanges(instance: string, query: ChangesQuery) {
  return api.changes.search.queryOptions({
    input: { ...query, ...toFilter(instance, query) },
    // Somebody else may have changed something a moment ago.
    staleTime: 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) === true ? lookAgainMs : false),
  })
}

/** One change; looked at again until it has ended. */
export function describeChange(id: string) {
  return api.changes.describe.queryOptions({
    input: { id },
    refetchInterval: ({ state }) => (state.data !== undefined && isOpen(state.data) ? lookAgainMs : false),
  })
}

const isOpen = ({ status }: { readonly status: string | null }) => status === 'pending'

/** People and targets of the changes that were read so far, for the filter: id and name. */
export function seenInChanges() {
  const lists = queryClient.getQueriesData<ChangeList>({ queryKey: api.changes.search.key() })
  const changes = lists.flatMap(([, list]) => list?.items ?? [])
  return {
    people: new Map(changes.flatMap(({ person }) => (person === null ? [] : [[person.id, person.name] as const]))),
    targets: new Map(
      changes.flatMap(({ target }) =>
        target === null || target.id === null ? [] : [[target.id, target.name] as const],
      ),
    ),
  }
}
