import { userQuery } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { lenientSearch } from './lenient-search.ts'

const read = lenientSearch(userQuery)

test('keeps what is valid and leaves out what is not', () => {
  expect(read({ page: '3', sort: 'shoeSize', order: 'desc', pageSize: -1, utm_source: 'mail' })).toEqual({
    page: 3,
    order: 'desc',
  })
})

test('adds no defaults: an address without parameters stays without', () => {
  expect(read({})).toEqual({})
})

test('one broken filter leaves the whole filter out, but nothing else', () => {
  expect(read({ filter: [{ property: 'username', operator: 'like', value: 'x' }], search: 'ada' })).toEqual({
    search: 'ada',
  })
})
