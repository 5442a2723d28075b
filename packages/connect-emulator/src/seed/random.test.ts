import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

test('the same key repeats, another does not', () => {
  const numbers = (key: string) =>
    Array.from(
      { length: 50 },
      (
        (random) => () =>
          random.next()
      )(createRandom(key)),
    )
  expect(numbers('a')).toEqual(numbers('a'))
  expect(numbers('a')).not.toEqual(numbers('b'))
  expect(numbers('a').every((number) => number >= 0 && number < 1)).toBe(true)
})

test('UUIDs of version 4, all different', () => {
  const random = createRandom('ids')
  const ids = Array.from({ length: 20_000 }, () => random.uuid())
  expect(new Set(ids).size).toBe(20_000)
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  )
  expect(new Set(ids.map((id) => id[19])).size).toBe(4)
})

test('picks everything in the long run, and nothing from nothing', () => {
  const random = createRandom('pick')
  expect(new Set(Array.from({ length: 200 }, () => random.pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']))
  expect(() => random.pick([])).toThrow('Cannot pick from an empty list')
})
