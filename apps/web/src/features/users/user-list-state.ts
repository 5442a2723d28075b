import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { userQuery, type UserQuery } from '@patchbay/contract'
import { useCallback, useMemo, useRef } from 'react'
import { queryClient } from '../../api/query-client.ts'
import { paths } from '../../shell/paths.ts'
import { useTypedAhead } from './use-typed-ahead.ts'
import { listUsers } from './users.queries.ts'

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

/** An answer that takes longer is waited for in sight. */
const IN_SIGHT_AFTER_MS = 300

/**
 * The state of the people table, which is the address.
 * @param pageSize what this browser prefers; an address that says otherwise wins
 */
export function useUserListState(instance: string, pageSize: number) {
  const search = useSearch({ from: '/$instance/people' })
  const navigate = useNavigate({ from: '/$instance/people' })
  const inAddress = useMemo(() => toQuery(search, pageSize), [search, pageSize])

  const asked = useRef<string>(undefined)

  const change = useCallback(
    (to: Partial<UserQuery>, { isTyping = false } = {}) => {
      // An answer that comes after the search was cleared must not bring it back.
      if (!isTyping) asked.current = undefined
      void navigate({
        search: (current) => toSearch(nextQuery(toQuery(current, pageSize), to), to.pageSize ?? pageSize),
        // One step back in the history a search, not one a letter.
        replace: isTyping,
        resetScroll: false,
      })
    },
    [navigate, pageSize],
  )
  const { history } = useRouter()
  const write = useCallback(
    (text: string) => {
      // Who went on to a person meanwhile would be taken back to the list.
      if (history.location.pathname === paths.people(instance)) change(searched(text), { isTyping: true })
    },
    [change, history, instance],
  )
  // Nor may one that comes after going back.
  const forget = useCallback(() => {
    asked.current = undefined
  }, [])
  const { text, show, writeNow } = useTypedAhead(inAddress.search ?? '', write, forget)
  const query = useMemo(
    () => (text === (inAddress.search ?? '') ? inAddress : nextQuery(inAddress, searched(text))),
    [text, inAddress],
  )

  /** Asked at once, shown when the answer is there: the page is rendered once for each letter. */
  const find = useCallback(
    (wanted: string) => {
      asked.current = wanted
      const isThere = queryClient.prefetchQuery(listUsers(instance, nextQuery(inAddress, searched(wanted))))
      const isLate = new Promise<void>((resolve) => void setTimeout(resolve, IN_SIGHT_AFTER_MS))
      const showUnlessOld = () => {
        if (asked.current !== wanted) return
        asked.current = undefined
        show(wanted)
      }
      void Promise.race([isThere, isLate]).then(showUnlessOld)
    },
    [instance, inAddress, show],
  )
  /** Who goes on from the search finds it in the address when they come back, answered or not. */
  const settle = useCallback(() => {
    if (asked.current !== undefined) show(asked.current)
    asked.current = undefined
    writeNow()
  }, [show, writeNow])
  return { query, change, find, settle }
}

function searched(text: string): Partial<UserQuery> {
  return { search: text === '' ? undefined : text }
}
