import type { UserQuery, UserRow } from '@patchbay/contract'
import type { Directory, DirectoryOptions } from '../directory.ts'

const first: UserQuery = { join: 'and', sort: 'username', order: 'asc', page: 1, pageSize: 500 }

/** The first people of the directory by user name, five hundred at most, with what the list says of itself. */
export async function listPeople(
  directory: Directory,
  options: DirectoryOptions & { query?: Partial<UserQuery> } = {},
) {
  const { query, ...rest } = options
  return await directory.searchUsers({ ...first, ...query }, { scope: 'all', ...rest })
}

/** The first of them. */
export async function somebody(directory: Directory): Promise<UserRow> {
  const { items } = await listPeople(directory)
  const [person] = items
  if (!person) throw new Error('The instance has nobody.')
  return person
}
