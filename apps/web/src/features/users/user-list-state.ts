import { useNavigate, useSearch } from '@tanstack/react-router'
import { userQuery, type UserQuery } from '@patchbay/contract'

const defaults = userQuery.parse({})

/** The address without what goes without saying: a short link is a readable link. */
export function toSearch(query: UserQuery, pageSize: number): Partial<UserQuery> {
  const { search, filter = [], join, sort, order, page } = query
  return {
    ...(search !== undefined && search !== '' && { search }),
    ...(filter.length > 0 && { filter }),
    ...(filter.length > 1 && join !== defaults.join && { join }),
    ...(sort !== defaults.sort && { sort }),
    ...(order !== defaults.order && { order }),
    ...(page !== defaults.page && { page }),
    ...(query.pageSize !== pageSize && { pageSize: query.pageSize }),
  }
}

/** The state that an address stands for. Parameters that are missing or were not valid are as at first sight. */
export function toQuery(search: Partial<UserQuery>, pageSize: number): UserQuery {
  const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
  return { ...defaults, pageSize, ...given }
}

/** Anything but a change of page starts at the first page again: page 7 of other people is of no use. */
export function nextQuery(query: UserQuery, change: Partial<UserQuery>): UserQuery {
  return { ...query, page: 1, ...change }
}

/**
 * The state of the people table, which is the address.
 * @param pageSize what this browser prefers; an address that says otherwise wins
 */
export function useUserListState(pageSize: number) {
  const search = useSearch({ from: '/$instance/people' })
  const navigate = useNavigate({ from: '/$instance/people' })
  const query = toQuery(search, pageSize)

  const change = (to: Partial<UserQuery>, { isTyping = false } = {}) =>
    void navigate({
      search: (current) => toSearch(nextQuery(toQuery(current, pageSize), to), to.pageSize ?? pageSize),
      // One step back in the history a search, not one a letter.
      replace: isTyping,
      resetScroll: false,
    })
  return { query, change }
}
