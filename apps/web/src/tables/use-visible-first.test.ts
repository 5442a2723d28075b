import { expect, test } from 'vitest'
import { visibleFirst } from './use-visible-first.ts'

const id = (row: string) => row
const before = ['a', 'b', 'c', 'd', 'e']

test('what fits is new at once, what is below stays for a moment', () => {
  expect(visibleFirst(['v', 'w', 'x', 'y', 'z'], before, id, 2)).toEqual(['v', 'w', 'c', 'd', 'e'])
})

test('nobody stands there twice, and no more than there are', () => {
  expect(visibleFirst(['d', 'w', 'x', 'y', 'z'], before, id, 2)).toEqual(['d', 'w', 'c', 'e'])
  expect(visibleFirst(['x', 'y', 'z'], before, id, 2)).toEqual(['x', 'y', 'c'])
})

test('of the first list of all nothing stands below yet', () => {
  expect(visibleFirst(before, [], id, 2)).toEqual(['a', 'b'])
})
