import { userQuery } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { lenientSearch } from './lenient-search.ts'

const read = lenientSearch(userQuery)

test('keeps what is valid and blots out what is not', () => {
  expect(read({ page: '3', sort: 'shoeSize', order: 'desc', pageSize: -1, utm_source: 'mail' })).toEqual({
    page: 3,
    order: 'desc',
    sort: undefined,
    pageSize: undefined,
  })
})

test('adds no defaults: an address without parameters stays without', () => {
  expect(read({})).toEqual({})
})

test('one broken filter blots out the whole filter, but nothing else', () => {
  expect(read({ filter: [{ property: 'username', operator: 'like', value: 'x' }], search: 'ada' })).toEqual({
    search: 'ada',
    filter: undefined,
  })
})

test('reading its own answer again changes nothing', () => {
  const once = read({ page: 'abc', sort: 'username' })
  expect(read(once).page).toBeUndefined()
  expect(read(once).sort).toBe('username')
})
