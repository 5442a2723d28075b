import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { UserQuery, UserRow } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { takeFresh } from '../../api/fresh.ts'
import { queryClient } from '../../api/query-client.ts'

/** The server answers what it knows and reads anew behind the scenes: ask again for that while it does. */
const REFRESHING_POLL_MS = 2_000

/** One page of people. The page before stays on screen until the next is there. */
export function searchUsers(instance: string, query: UserQuery) {
  return api.users.search.queryOptions({
    input: { ...query, instance },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.refreshing === true ? REFRESHING_POLL_MS : false),
  })
}

export function describeUser(instance: string, id: string) {
  const options = api.users.describe.queryOptions({ input: { instance, id } })
  return queryOptions({
    ...options,
    queryFn: ({ signal }) => api.users.describe.call({ instance, id, ...takeFresh(options.queryKey) }, { signal }),
  })
}

/** What a list that was read before knows of somebody: a name to show while the rest is read. */
export function findListedUser(instance: string, id: string): UserRow | undefined {
  const lists = queryClient.getQueriesData<{ items: UserRow[] }>({
    queryKey: api.users.search.key({ input: { instance } }),
  })
  return lists.flatMap(([, list]) => list?.items ?? []).find((row) => row.id === id)
}

/** What someone wrote is what stands now: on the page at once, in the lists as soon as they are looked at. */
export function takeUser(instance: string, user: Awaited<ReturnType<typeof api.users.describe.call>>): void {
  queryClient.setQueryData(describeUser(instance, user.id).queryKey, user)
  void queryClient.invalidateQueries({ queryKey: api.users.search.key() })
}
