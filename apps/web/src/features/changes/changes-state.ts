import { useNavigate, useSearch } from '@tanstack/react-router'
import { changesSearch, type ChangesQuery } from './changes-search.ts'

const defaults = changesSearch.parse({})

/** The address without what goes without saying. */
export function toSearch(query: ChangesQuery, pageSize: number): Partial<ChangesQuery> {
  const usual: ChangesQuery = { ...defaults, pageSize }
  return Object.fromEntries(
    Object.entries(query).filter(([name, value]) => value !== undefined && value !== usual[name as keyof ChangesQuery]),
  )
}

/** The state that an address stands for. Parameters that are missing or were not valid are as at first sight. */
export function toQuery(search: Partial<ChangesQuery>, pageSize: number): ChangesQuery {
  const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
  return { ...defaults, pageSize, ...given }
}

const noFilter = {
  person: undefined,
  target: undefined,
  targetKind: undefined,
  field: undefined,
  action: undefined,
  status: undefined,
  from: undefined,
  to: undefined,
}

/**
 * The state of the changes table, which is the address.
 * @param pageSize what this browser prefers; an address that says otherwise wins
 */
export function useChangesState(pageSize: number) {
  const search = useSearch({ from: '/$instance/changes' })
  const navigate = useNavigate({ from: '/$instance/changes' })
  const query = toQuery(search, pageSize)
  // Anything but a change of page starts at the first page again.
  const change = (to: Partial<ChangesQuery>) =>
    void navigate({
      search: (current) => toSearch({ ...toQuery(current, pageSize), page: 1, ...to }, to.pageSize ?? pageSize),
      resetScroll: false,
    })
  return {
    query,
    change,
    /** Replaces the whole filter. */
    filter: (values: Partial<typeof query>) => change({ ...noFilter, ...values }),
    isFiltered: Object.keys(noFilter).some((name) => query[name as keyof typeof noFilter] !== undefined),
  }
}
