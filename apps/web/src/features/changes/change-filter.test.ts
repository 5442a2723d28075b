import { expect, test } from 'vitest'
import { filteringOptions, fromPropertyFilter, toPropertyFilter } from './change-filter.ts'

const now = new Date('2026-11-21T12:00:00Z')
const seen = { people: new Map([['p-1', 'Ada Lovelace']]), targets: new Map([['u-1', 'Grace Hopper (grace)']]) }
const read = (...tokens: [string, string, string][]) =>
  fromPropertyFilter(
    { operation: 'and', tokens: tokens.map(([propertyKey, operator, value]) => ({ propertyKey, operator, value })) },
    seen,
    now,
  )

test('what the address holds comes back from its tokens', () => {
  const values = {
    person: 'p-1',
    target: 'u-9',
    targetKind: 'user',
    field: 'mobile',
    action: 'users.updatePhone',
    status: 'failed',
    from: '2026-11-01T00:00:00.000Z',
    to: '2026-11-02T00:00:00.000Z',
  } as const
  expect(fromPropertyFilter(toPropertyFilter(values), seen, now)).toEqual({ values, fault: undefined })
})

test('names and words that were typed become what the server takes', () => {
  expect(read(['person', '=', 'ada lovelace'], ['status', '=', 'failed'], ['field', '=', 'First name']).values).toEqual(
    { person: 'p-1', status: 'failed', field: 'firstName' },
  )
})

test('times are read in the zone of the browser, and what is no time is told', () => {
  const local = (text: string) => new Date(text).toISOString()
  expect(read(['time', '>=', '2026-11-20'], ['time', '<', '2026-11-20 18:30']).values).toEqual({
    from: local('2026-11-20T00:00'),
    to: local('2026-11-20T18:30'),
  })
  expect(read(['time', '>=', 'recently'])).toMatchObject({ values: {}, fault: expect.stringContaining('recently') })
  expect(read(['time', '>=', '2026-13-40']).fault).toContain('not a time')
  expect(read(['status', '=', 'maybe']).fault).toContain('maybe')
})

test('suggests the people and targets that were seen', () => {
  const options = filteringOptions(seen, now)
  expect(options).toContainEqual({ propertyKey: 'person', value: 'p-1', label: 'Ada Lovelace' })
  expect(options).toContainEqual({ propertyKey: 'target', value: 'u-1', label: 'Grace Hopper (grace)' })
})
