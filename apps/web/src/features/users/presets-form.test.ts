import { standardPresets } from '@patchbay/contract'
import { expect, it } from 'vitest'
import { emptyRow, findPresetFault, presetsForm, toPresetsForm } from './presets-form.ts'

it('what is kept comes back from its lines as it was', () => {
  const quick = { name: 'Quick', phone: { phoneType: null, autoAccept: true, afterContactWorkSeconds: 0 } }
  const { values, version } = toPresetsForm({ items: [...standardPresets, quick], version: '3' })
  expect([version, presetsForm.parse(values).items]).toEqual(['3', [...standardPresets, quick]])
})

it.each([
  [{ ...emptyRow, phoneType: 'SOFT_PHONE' as const }, 'Enter the name.'],
  [{ ...emptyRow, name: 'Empty' }, 'A preset has to set something.'],
  [{ ...emptyRow, name: 'Late', afterContactWork: 'soon' }, 'Type after-contact work as 90, 1:30 or 1 min 30 s'],
  [{ ...emptyRow, name: 'Long', afterContactWork: '2000001' }, 'at most 2,000,000 seconds'],
  [{ ...emptyRow, name: 'Taken', autoAccept: 'on' as const }, 'This name is there twice.'],
])('%j is at fault', (row, message) => {
  const rows = [row, { ...emptyRow, name: 'Taken ', autoAccept: 'off' as const }]
  expect(findPresetFault(row, rows)).toContain(message)
  expect(presetsForm.safeParse({ items: rows }).success).toBe(false)
})
