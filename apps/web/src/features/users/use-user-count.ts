import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { UserList, UserQuery } from '@patchbay/contract'
import { useAtRest } from '../../shell/at-rest.ts'
import { countUsers } from './users.queries.ts'

export interface UserCount {
  /** Undefined while nothing was read yet. */
  readonly total: number | undefined
  /** False: there are at least `total`, and all are being counted. */
  readonly isExact: boolean
}

/** How many a list is of. Where the first page came without that, it is asked for at rest: who types on will see other people. */
export function useUserCount(instance: string, query: UserQuery, list: UseQueryResult<UserList>) {
  const { data, isPlaceholderData } = list
  const isCounted = data?.isExactTotal !== false
  const isAtRest = useAtRest(data) === data
  const counting = useQuery({
    ...countUsers(instance, query, data?.asOf),
    enabled: !isCounted && !isPlaceholderData && isAtRest,
  })
  const counted = isCounted || isPlaceholderData ? undefined : counting.data
  const count: UserCount = { total: counted ?? data?.total, isExact: isCounted || counted !== undefined }
  return { count, counting }
}
