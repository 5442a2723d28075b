import { expect, test } from 'vitest'
import { tracksOf } from './column-widths.ts'

const shown = [
  { id: 'name', width: 140 },
  { id: 'phone', width: 120 },
]

test('columns share what is left until somebody gives them a width', () => {
  expect(tracksOf(shown)).toBe('minmax(140px, 140fr) minmax(120px, 120fr)')
  expect(tracksOf(shown, { name: 200 })).toBe('200px minmax(120px, 120fr)')
})

test('a column of short content leaves the rest to the others, and takes it where there are none', () => {
  const fixed = { id: 'autoAccept', width: 90, isFixed: true }
  expect(tracksOf([...shown, fixed])).toBe('minmax(140px, 140fr) minmax(120px, 120fr) 90px')
  expect(tracksOf([...shown, fixed], { autoAccept: 130 })).toBe('minmax(140px, 140fr) minmax(120px, 120fr) 130px')
  expect(tracksOf([fixed])).toBe('minmax(90px, 1fr)')
})

test('the last one takes what the given widths leave', () => {
  expect(tracksOf(shown, { name: 200, phone: 90 })).toBe('200px minmax(90px, 1fr)')
})
