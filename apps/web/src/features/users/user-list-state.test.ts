import { userQuery, type UserQuery } from '@patchbay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lenientSearch } from '../../tables/lenient-search.ts'
import { nextQuery, toQuery, toSearch } from './user-list-state.ts'
import { usersSearch } from './users-search.ts'

const defaults = userQuery.parse({})

const anyQuery: fc.Arbitrary<UserQuery> = fc.record({
  search: fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.normalize('NFC')),
  filter: fc.array(
    fc.record({
      property: fc.constantFrom('username' as const, 'phoneType' as const),
      operator: fc.constantFrom('=' as const, '!=' as const),
      value: fc.string({ maxLength: 20 }).map((text) => text.normalize('NFC')),
    }),
    { maxLength: 3 },
  ),
  join: fc.constantFrom('and' as const, 'or' as const),
  sort: fc.constantFrom('username' as const, 'lastName' as const),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  page: fc.integer({ min: 1, max: 50 }),
  pageSize: fc.constantFrom(25, 50, 100),
})

test('the address carries the whole state: what is written is read back', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const read = toQuery(lenientSearch(usersSearch)({ ...toSearch(query, 50) }), 50)
      const filter = query.filter ?? []
      expect(read).toEqual({
        ...query,
        filter: filter.length === 0 ? undefined : filter,
        // With one filter there is nothing to join.
        join: filter.length > 1 ? query.join : 'and',
      })
    }),
  )
})

test('the list as everybody first sees it has a bare address', () => {
  expect(toSearch(defaults, 50)).toEqual({})
})

test('a link from someone with another page size shows their page', () => {
  expect(toSearch({ ...defaults, pageSize: 25, page: 3 }, 50)).toEqual({ page: 3, pageSize: 25 })
})

test('a new filter, search or order starts at page 1; turning the page does not', () => {
  const onPage7 = { ...defaults, page: 7 }
  expect(nextQuery(onPage7, { search: 'ada' }).page).toBe(1)
  expect(nextQuery(onPage7, { order: 'desc' }).page).toBe(1)
  expect(nextQuery(onPage7, { page: 8 }).page).toBe(8)
})

test('parameters that are not valid are as if they were not there', () => {
  const search = lenientSearch(usersSearch)({ sort: 'shoeSize', page: 'abc', filter: 'broken', search: 'ada' })
  expect(toQuery(search, 25)).toEqual({ ...defaults, search: 'ada', pageSize: 25 })
})
