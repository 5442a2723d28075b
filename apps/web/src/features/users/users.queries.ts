import { hashKey, keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { userQuery, type UserList, type UserQuery, type UserSummary } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { takeFresh } from '../../api/fresh.ts'
import { queryClient } from '../../api/query-client.ts'
import { searchOf } from '../../shell/pasted-search.ts'
import { shortName } from './user-words.ts'

/** The server answers what it knows and reads anew behind the scenes: ask again for that while it does. */
const REFRESHING_POLL_MS = 2_000

interface AskedUsers extends UserQuery {
  readonly exactTotal?: boolean
}

/** One page of people. The page before stays on screen until the next is there. */
export function searchUsers(instance: string, query: AskedUsers) {
  const input = { ...query, instance }
  const options = api.users.search.queryOptions({ input })
  return queryOptions({
    ...options,
    queryFn: ({ signal }) => api.users.search.call({ ...input, ...takeFresh(options.queryKey) }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.refreshing === true ? REFRESHING_POLL_MS : false),
  })
}

/** As `searchUsers`, without waiting until all who are found are counted: `countUsers` asks for that. */
export function listUsers(instance: string, query: UserQuery) {
  return searchUsers(instance, { ...query, exactTotal: false })
}

/** How many a query finds, out of the reading that the list is of. */
export function countUsers(instance: string, query: UserQuery, asOf: string | undefined) {
  const input = { ...query, page: 1, pageSize: 1, instance }
  const { queryKey } = api.users.search.queryOptions({ input })
  return queryOptions({
    queryKey: [...queryKey, asOf],
    // Kept as a list, as all is under this key: `findListedUser` looks through them.
    queryFn: ({ signal }) => api.users.search.call(input, { signal }),
    select: ({ total }: UserList) => total,
    // The number of the reading before, and never that of another query.
    placeholderData: (before: UserList | undefined, counted) =>
      counted !== undefined && hashKey(counted.queryKey.slice(0, -1)) === hashKey(queryKey) ? before : undefined,
  })
}

/** The first few whom a text finds, typed or pasted. */
export function findPeople(instance: string, typed: string, pageSize: number) {
  const search = searchOf(typed).slice(0, longestSearch)
  const options = searchUsers(instance, userQuery.parse({ search, pageSize }))
  return queryOptions({ ...options, refetchInterval: false, select: foundPeople, enabled: search !== '' })
}

/** Of the contract's `userQuery`: what is longer finds nobody. */
const longestSearch = 200

function foundPeople({ items, total }: UserList) {
  const people = items.map((row) => ({
    id: row.id,
    name: shortName(row),
    username: row.username,
    group: row.hierarchyGroup?.name ?? undefined,
  }))
  return { people, total }
}

export function describeUser(instance: string, id: string) {
  const options = api.users.describe.queryOptions({ input: { instance, id } })
  return queryOptions({
    ...options,
    queryFn: ({ signal }) => api.users.describe.call({ instance, id, ...takeFresh(options.queryKey) }, { signal }),
  })
}

/** What the directory knows of somebody, to be shown while Amazon Connect is asked for the rest: out of a list that was read before, else asked. */
export function useListedUser(
  instance: string,
  id: string,
  { isWanted }: { isWanted: boolean },
): UserSummary | undefined {
  const listed = isWanted ? findListedUser(instance, id) : undefined
  const { data } = useQuery(
    api.users.summarize.queryOptions({ input: { instance, id }, enabled: isWanted && listed === undefined }),
  )
  return isWanted ? (listed ?? data) : undefined
}

function findListedUser(instance: string, id: string): UserSummary | undefined {
  const lists = queryClient.getQueriesData<UserList>({ queryKey: api.users.search.key({ input: { instance } }) })
  for (const [, list] of lists) {
    const row = list?.items.find((one) => one.id === id)
    if (list !== undefined && row !== undefined) return { ...row, asOf: list.asOf }
  }
  return undefined
}

/** What someone wrote is what stands now: on the page at once, in the lists as soon as they are looked at. */
export function takeUser(instance: string, user: Awaited<ReturnType<typeof api.users.describe.call>>): void {
  const { queryKey } = describeUser(instance, user.id)
  const before = queryClient.getQueryData(queryKey)
  queryClient.setQueryData(queryKey, user)
  void queryClient.invalidateQueries({ queryKey: api.users.search.key() })
  // Another routing profile gives other workspaces; nothing else that is written does, and asking takes a call to Connect.
  if (before?.routingProfile?.id === user.routingProfile?.id) return
  void queryClient.invalidateQueries({ queryKey: api.users.listWorkspaces.key({ input: { instance, id: user.id } }) })
}
