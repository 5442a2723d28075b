import { rights } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { sectionsFor } from './sections.ts'

test('shows what may be seen, and nothing else', () => {
  expect(sectionsFor(rights).map((section) => section.text)).toEqual(['People', 'Security profiles', 'Hierarchy'])
  expect(sectionsFor(['hierarchy.read', 'users.phone.write']).map((section) => section.text)).toEqual(['Hierarchy'])
  expect(sectionsFor([])).toEqual([])
})
