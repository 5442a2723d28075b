import { userQuery } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { toSaved, withFilter } from './saved-filters.ts'

const query = userQuery.parse({ search: 'ada', page: 7, pageSize: 100, sort: 'username', order: 'desc' })

test('keeps whom it finds in which order, not the page that one was on', () => {
  expect(toSaved('Ada', query)).toEqual({
    name: 'Ada',
    query: { search: 'ada', filter: undefined, join: 'and', sort: 'username', order: 'desc' },
  })
})

test('stands by name, and takes the place of one of the same name', () => {
  const [a, b] = [toSaved('a', query), toSaved('b', query)]
  const other = toSaved('b', userQuery.parse({ search: 'other' }))
  expect(withFilter([b], a)).toEqual([a, b])
  expect(withFilter([a, b], other)).toEqual([a, other])
})
