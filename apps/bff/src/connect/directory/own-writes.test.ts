import { expect, test } from 'vitest'
import { OwnWrites } from './own-writes.ts'

const found = [
  { id: 'a', name: 'Ann' },
  { id: 'b', name: 'Bo' },
]

function atTime(start = 0) {
  const time = { now: start }
  return { time, own: new OwnWrites<{ id: string; name: string }>(() => new Date(time.now)) }
}

test('a changed row stands where the found one stood, a new one last, a deleted one is gone', () => {
  const { own } = atTime()
  own.put({ id: 'a', name: 'Anna' })
  own.put({ id: 'c', name: 'Cy' })
  own.remove('b')
  expect(own.over(found)).toEqual([
    { id: 'a', name: 'Anna' },
    { id: 'c', name: 'Cy' },
  ])
  expect(found[0]).toEqual({ id: 'a', name: 'Ann' })
})

test('the last write counts', () => {
  const { own } = atTime()
  own.put({ id: 'b', name: 'Bob' })
  own.remove('b')
  expect(own.over(found)).toEqual([found[0]])
})

test('a later read corrects a written row, an earlier one does not, and none makes one', () => {
  const { own, time } = atTime(10)
  own.put({ id: 'a', name: 'Anna' })
  own.correct({ id: 'a', name: 'before' }, new Date(9))
  own.correct({ id: 'b', name: 'Bea' }, new Date(20))
  expect(own.over(found)).toEqual([{ id: 'a', name: 'Anna' }, found[1]])
  own.correct({ id: 'a', name: 'after' }, new Date(20))
  expect(own.over(found)[0]).toEqual({ id: 'a', name: 'after' })
  time.now = 120_011
  expect(own.over(found)).toEqual(found)
})

test('after two minutes the search is believed again', () => {
  const { own, time } = atTime()
  own.put({ id: 'a', name: 'Anna' })
  time.now = 120_000
  expect(own.over(found)[0]).toEqual({ id: 'a', name: 'Anna' })
  time.now = 120_001
  expect(own.over(found)).toEqual(found)
})
