import { useQuery } from '@tanstack/react-query'
import { userQuery } from '@patchbay/contract'
import { useRight } from '../../api/session.ts'
import { searchUsers } from '../users/users.queries.ts'
import type { SeenNames } from './change-filter.ts'
import { seenInChanges } from './changes.queries.ts'

/** What the filter can name: whoever stands in the changes read so far, and the people whom `typed` finds. */
export function useSeenNames(instance: string, typed: string) {
  const enabled = useRight('users.read') && typed !== ''
  const found = useQuery({
    ...searchUsers(instance, { ...userQuery.parse({}), search: typed, pageSize: 25 }),
    enabled,
  })
  const { people, targets } = seenInChanges()
  const users = enabled && !found.isPlaceholderData ? (found.data?.items ?? []) : []
  const seen: SeenNames = {
    people,
    targets: new Map([
      ...targets,
      ...users.map(({ id, identity, username }) => {
        const name = `${identity.firstName} ${identity.lastName} (${username})`
        return [id, name.trim()] as const
      }),
    ]),
  }
  return { seen, isLoading: enabled && found.isFetching, hasFailed: enabled && found.isError }
}
