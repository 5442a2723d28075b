import { expect, test } from 'vitest'
import { operationNames } from './operations.ts'
import { ownShareOf, quotaOf } from './quota-table.ts'

test('every operation that Patchbay calls has the default of two a second and bursts of five', () => {
  for (const operation of operationNames) expect(quotaOf(operation)).toEqual({ ratePerSecond: 2, burst: 5 })
})

test('the exceptions of the quotas page are known, evaluations by their names', () => {
  expect(quotaOf('SearchContacts')).toEqual({ ratePerSecond: 0.5, burst: 1 })
  expect(quotaOf('GetMetricDataV2')).toEqual({ ratePerSecond: 10, burst: 10 })
  expect(quotaOf('StartContactEvaluation')).toEqual({ ratePerSecond: 3, burst: 5 })
})

test('a raised quota goes before both, for its operation alone', () => {
  const overrides = { DescribeUser: { ratePerSecond: 10, burst: 20 } }
  expect(quotaOf('DescribeUser', overrides)).toEqual({ ratePerSecond: 10, burst: 20 })
  expect(quotaOf('SearchUsers', overrides)).toEqual({ ratePerSecond: 2, burst: 5 })
})

test('one call of a burst is kept back, but never the only one', () => {
  expect(ownShareOf({ ratePerSecond: 2, burst: 5 })).toEqual({ ratePerSecond: 2, burst: 4 })
  expect(ownShareOf({ ratePerSecond: 0.5, burst: 1 })).toEqual({ ratePerSecond: 0.5, burst: 1 })
})
