import { expect, test } from 'vitest'
import { lenientSearch } from '../../tables/lenient-search.ts'
import { changesSearch } from './changes-search.ts'
import { toQuery, toSearch } from './changes-state.ts'

test('an address says only what differs from the first sight', () => {
  const query = toQuery({ status: 'failed', page: 3 }, 100)
  expect(query).toEqual({ kind: 'change', status: 'failed', page: 3, pageSize: 100 })
  expect(toSearch(query, 100)).toEqual({ status: 'failed', page: 3 })
  expect(toSearch({ ...query, pageSize: 25, page: 1, status: undefined }, 100)).toEqual({ pageSize: 25 })
})

test('a parameter that was not valid is as at first sight', () => {
  expect(toQuery(lenientSearch(changesSearch)({ kind: 'nonsense', page: 'x', status: 'failed' }), 50)).toEqual({
    kind: 'change',
    status: 'failed',
    page: 1,
    pageSize: 50,
  })
})
