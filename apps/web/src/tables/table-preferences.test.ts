import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { moveColumn, useTablePreferences, withKnownColumns, type TablePreferences } from './table-preferences.ts'
import { signedInAs } from '../testing/signed-in.tsx'

const defaults: TablePreferences = {
  pageSize: 50,
  contentDensity: 'comfortable',
  wrapLines: false,
  contentDisplay: [
    { id: 'name', visible: true },
    { id: 'tags', visible: false },
  ],
}

function preferencesOf(person: string, table: string) {
  const wrapper = signedInAs({ person: { id: person, name: person } })
  return renderHook(() => useTablePreferences(table, defaults), { wrapper }).result
}

test('what was chosen is there the next time, for this table only', () => {
  const first = preferencesOf('ada', 'people')
  act(() => first.current[1]({ ...defaults, pageSize: 100, contentDensity: 'compact' }))
  expect(preferencesOf('ada', 'people').current[0].pageSize).toBe(100)
  expect(preferencesOf('ada', 'profiles').current[0].pageSize).toBe(50)
})

test('who signs in after somebody else in the same browser has their own', () => {
  const first = preferencesOf('ada', 'shared')
  act(() => first.current[1]({ ...defaults, pageSize: 25 }))
  expect(preferencesOf('grace', 'shared').current[0].pageSize).toBe(50)
})

test('a column moves by one place, and not beyond the end', () => {
  const [name, tags] = defaults.contentDisplay
  expect(moveColumn(defaults.contentDisplay, 'tags', -1)).toEqual([tags, name])
  expect(moveColumn(defaults.contentDisplay, 'tags', 1)).toEqual([name, tags])
  expect(moveColumn(defaults.contentDisplay, 'shoeSize', 1)).toEqual([name, tags])
})

test.for(['not json', '{"pageSize":"many"}', 'null'])('kept as %j: the defaults', (kept) => {
  localStorage.setItem('patchbay.table.["ada","broken"]', kept)
  expect(preferencesOf('ada', 'broken').current[0]).toEqual(defaults)
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
