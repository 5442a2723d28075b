import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { countText, useShownCount } from './user-list-header.tsx'

test('counts people, and matches where something is filtered', () => {
  const say = (total: number | undefined, isFiltered = false) => countText({ total, isExact: true, isFiltered })
  expect([say(undefined), say(0), say(1), say(1200)]).toEqual([
    'Loading people',
    '0 people',
    '1 person',
    '1,200 people',
  ])
  expect([say(0, true), say(1, true), say(50_000, true)]).toEqual(['0 matches', '1 match', '50,000 matches'])
  expect(countText({ total: 51, isExact: false, isFiltered: true })).toBe('More than 50 matches')
})

test('the old number is not told as what a new search found', () => {
  const { result, rerender } = renderHook(({ now, isOld }) => useShownCount(now, isOld), {
    initialProps: { now: { total: 50_000, isExact: true, isFiltered: false }, isOld: false },
  })
  rerender({ now: { total: 50_000, isExact: true, isFiltered: true }, isOld: true })
  expect(countText(result.current)).toBe('50,000 people')
  rerender({ now: { total: 3, isExact: true, isFiltered: true }, isOld: false })
  expect(countText(result.current)).toBe('3 matches')
})
