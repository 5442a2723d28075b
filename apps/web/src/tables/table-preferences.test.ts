import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useTablePreferences, withKnownColumns, type TablePreferences } from './table-preferences.ts'

const defaults: TablePreferences = {
  pageSize: 50,
  contentDensity: 'comfortable',
  wrapLines: false,
  contentDisplay: [
    { id: 'name', visible: true },
    { id: 'tags', visible: false },
  ],
}

test('what was chosen is there the next time, for this table only', () => {
  const first = renderHook(() => useTablePreferences('people', defaults))
  act(() => first.result.current[1]({ ...defaults, pageSize: 100, contentDensity: 'compact' }))
  expect(renderHook(() => useTablePreferences('people', defaults)).result.current[0].pageSize).toBe(100)
  expect(renderHook(() => useTablePreferences('profiles', defaults)).result.current[0].pageSize).toBe(50)
})

test.for(['not json', '{"pageSize":"many"}', 'null'])('kept as %j: the defaults', (kept) => {
  localStorage.setItem('patchbay.table.people', kept)
  expect(renderHook(() => useTablePreferences('people', defaults)).result.current[0]).toEqual(defaults)
})

test('a column of a newer release appears, one that is gone disappears, the order stays', () => {
  const kept = {
    ...defaults,
    contentDisplay: [
      { id: 'tags', visible: true },
      { id: 'shoeSize', visible: true },
    ],
  }
  expect(withKnownColumns(kept, defaults).contentDisplay).toEqual([
    { id: 'tags', visible: true },
    { id: 'name', visible: true },
  ])
})
