import { expect, test } from 'vitest'
import { refetchFresh, takeFresh } from './fresh.ts'

test('only the next reading of the query that was refreshed is a fresh one', () => {
  let refetched = 0
  const key = ['users', { input: { id: 'a' } }]
  refetchFresh({ refetch: () => (refetched += 1) }, key)
  expect(refetched).toBe(1)
  expect(takeFresh(['users', { input: { id: 'b' } }])).toEqual({})
  expect(takeFresh(structuredClone(key))).toEqual({ fresh: true })
  expect(takeFresh(key)).toEqual({})
})
