import { expect, test } from 'vitest'
import { visibleFirst } from './use-visible-first.ts'

const id = (row: string) => row
const before = ['a', 'b', 'c', 'd', 'e']

test('what fits is new at once, what is below stays until the next frame', () => {
  expect(visibleFirst(['v', 'w', 'x', 'y', 'z'], before, id, 2)).toEqual(['v', 'w', 'c', 'd', 'e'])
})

test('nobody stands there twice, and no more than there are', () => {
  expect(visibleFirst(['d', 'w', 'x', 'y', 'z'], before, id, 2)).toEqual(['d', 'w', 'c', 'e'])
  expect(visibleFirst(['x', 'y', 'z'], before, id, 2)).toEqual(['x', 'y', 'c'])
})

test('a short list, the first one and the one that is settled are shown as they are', () => {
  expect(visibleFirst(['z'], before, id, 2)).toEqual(['z'])
  expect(visibleFirst(undefined, before, id, 2)).toBeUndefined()
  expect(visibleFirst(before, before, id, 2)).toBe(before)
  expect(visibleFirst(before, undefined, id, 2)).toEqual(['a', 'b'])
})
