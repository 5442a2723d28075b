import { reservedNames } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { router } from './router.tsx'

test('every page that is no instance’s has a first word that no instance can have', () => {
  const words = Object.keys(router.routesByPath).map((path) => path.split('/')[1] ?? '')
  const own = words.filter((word) => word !== '' && !word.startsWith('$'))
  expect(own).toContain('signed-in')
  expect(own.filter((word) => !reservedNames.has(word))).toEqual([])
})
