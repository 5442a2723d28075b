import { expect, test } from 'vitest'
import { nextSlots, type RowSlots } from './row-slots.ts'

const slots = (ids: readonly string[], before: RowSlots = new Map(), mayReuse = true) =>
  nextSlots(before, ids, mayReuse)

test('a place keeps its key whoever comes to stand there', () => {
  const before = slots(['ada', 'grace', 'linus'])
  const after = slots(['grace', 'margaret'], before)
  expect(after.get('grace')).toBe(before.get('ada'))
  expect(after.get('margaret')).toBe(before.get('grace'))
})

test('nobody takes a place where that would move the focus to somebody else', () => {
  const before = slots(['ada', 'grace'])
  const after = slots(['margaret', 'grace'], before, false)
  expect([...before.values()]).not.toContain(after.get('margaret'))
  expect(after.get('grace')).toBe(before.get('grace'))
})

test.each([true, false])('no two rows have one place, however the list changes (reused: %s)', (mayReuse) => {
  let now = slots([])
  for (const ids of [['a', 'b', 'c'], ['c', 'd', 'e', 'f'], ['f'], ['a', 'f', 'g', 'h', 'i']]) {
    now = slots(ids, now, mayReuse)
    expect([...now.keys()]).toEqual(ids)
    expect(new Set(now.values()).size).toBe(ids.length)
  }
})
