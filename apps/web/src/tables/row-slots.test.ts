import { expect, test } from 'vitest'
import { nextSlots, type RowSlots } from './row-slots.ts'

const slots = (ids: readonly string[], before: RowSlots = new Map(), mayReuse = true) =>
  nextSlots(before, ids, mayReuse)

test('who stays keeps the place, who is new takes that of one who is gone', () => {
  const before = slots(['ada', 'grace', 'linus'])
  const after = slots(['grace', 'margaret'], before)
  expect(after.get('grace')).toBe(before.get('grace'))
  expect(after.get('margaret')).toBe(before.get('ada'))
})

test('nobody takes a place where that would move the focus to somebody else', () => {
  const before = slots(['ada', 'grace'])
  const after = slots(['margaret', 'grace'], before, false)
  expect([...before.values()]).not.toContain(after.get('margaret'))
})

test('no two rows have one place, however the list changes', () => {
  let now = slots([])
  for (const ids of [['a', 'b', 'c'], ['c', 'd', 'e', 'f'], ['f'], ['a', 'f', 'g', 'h', 'i']]) {
    now = slots(ids, now)
    expect([...now.keys()]).toEqual(ids)
    expect(new Set(now.values()).size).toBe(ids.length)
  }
})
