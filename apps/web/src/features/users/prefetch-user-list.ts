import { queryClient } from '../../api/query-client.ts'
import { sessionQuery } from '../../api/session.ts'
import { paths } from '../../shell/paths.ts'
import { lenientSearch } from '../../tables/lenient-search.ts'
import { readTablePreferences } from '../../tables/table-preferences.ts'
import { defaultPreferences, tableKey } from './user-columns.tsx'
import { toQuery } from './user-list-state.ts'
import { listUsers } from './users.queries.ts'
import { usersSearch } from './users-search.ts'

const readSearch = lenientSearch(usersSearch)

/**
 * Asks for the list that an address shows as soon as it is known who asks, so that the server answers while the frame is made. What
 * fails here fails again where it is shown.
 */
export async function prefetchUserList(pathname: string, search: Record<string, unknown>): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery).catch(() => undefined)
  const instance = session?.instances.find(({ alias }) => pathname === paths.people(alias))
  if (session === undefined || instance === undefined || !session.rights.includes('users.read')) return
  const { pageSize } = readTablePreferences(session.person.id, tableKey, defaultPreferences())
  await queryClient.prefetchQuery(listUsers(instance.alias, toQuery(readSearch(search), pageSize)))
}
