import { rights } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { findSection, sectionsFor } from './sections.ts'

test('finds the section of a page, so that another instance opens at the same place', () => {
  const at = (pathname: string) => findSection(pathname, 'meridian')?.href('other')
  expect(at('/meridian/hierarchy')).toBe('/other/hierarchy')
  expect(at('/meridian/people/b0ab63b7')).toBe('/other/people')
  expect(at('/meridian/people-of-old')).toBeUndefined()
  expect(at('/meridian')).toBeUndefined()
})

test('shows what may be seen, and nothing else', () => {
  expect(sectionsFor(rights).map((section) => section.text)).toEqual([
    'People',
    'Security profiles',
    'Hierarchy',
    'Changes',
  ])
  expect(sectionsFor(['hierarchy.read', 'users.phone.write']).map((section) => section.text)).toEqual(['Hierarchy'])
  expect(sectionsFor([])).toEqual([])
})
