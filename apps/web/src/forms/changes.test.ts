import { expect, test } from 'vitest'
import { z } from 'zod'
import { changesBetween, collisionsBetween, isSame } from './changes.ts'

const form = {
  schema: z.object({
    name: z.string().min(1),
    seconds: z.string().pipe(z.coerce.number<string>()),
    names: z.array(z.string()),
  }),
  fields: {
    name: { label: 'Name', format: (value: string) => value.toUpperCase() },
    seconds: { label: 'Seconds', format: (value: number) => `${value} s` },
    names: { label: 'Names', format: (value: readonly string[]) => value.join('+') },
  },
}
const base = { name: 'a', seconds: '90', names: ['x'] }

test('tells what differs in the order of the form, in words', () => {
  expect(changesBetween(form, base, { names: ['x', 'y'], seconds: '91', name: 'a' })).toEqual([
    { field: 'seconds', label: 'Seconds', before: '90 s', after: '91 s' },
    { field: 'names', label: 'Names', before: 'x', after: 'x+y' },
  ])
})

test('a value that is not valid is shown as it was typed, not formatted', () => {
  expect(changesBetween(form, base, { ...base, name: '' })[0]?.after).toBe('')
})

test('a value that is not valid and not text is not shown as it lies in memory', () => {
  const after = { ...base, names: [{ key: '' }] as never }
  expect(changesBetween(form, base, after)[0]?.after).toBe('not valid yet')
})

test('a collision is where they changed and I have something else', () => {
  const theirs = { name: 'b', seconds: '30', names: ['x'] }
  const mine = { name: 'b', seconds: '60', names: ['mine'] }
  expect(collisionsBetween(form, { base, theirs, mine })).toEqual([
    { field: 'seconds', label: 'Seconds', base: '90 s', theirs: '30 s', mine: '60 s', isMineChanged: true },
  ])
})

test('a field that only they changed is theirs to keep', () => {
  const [collision] = collisionsBetween(form, { base, theirs: { ...base, name: 'b' }, mine: base })
  expect(collision).toMatchObject({ field: 'name', isMineChanged: false })
})

test('a value of several parts says which of them changed, and is one field in a collision', () => {
  const tags = {
    schema: z.object({ tags: z.record(z.string(), z.string()) }),
    fields: {
      tags: {
        label: 'Tags',
        format: (value: Record<string, string>) => Object.keys(value).join('+'),
        parts: (value: Record<string, string>) => value,
      },
    },
  }
  const [before, mine] = [{ tags: { a: '1', b: '2' } }, { tags: { a: '1', b: '3', c: '4' } }]
  expect(changesBetween(tags, before, mine)).toEqual([
    { field: 'tags', label: 'b', before: '2', after: '3' },
    { field: 'tags', label: 'c', before: 'None', after: '4' },
  ])
  expect(collisionsBetween(tags, { base: before, theirs: { tags: {} }, mine })).toEqual([
    { field: 'tags', label: 'Tags', base: 'a+b', theirs: '', mine: 'a+b+c', isMineChanged: true },
  ])
})

test('equal is as JSON has it, whatever the order of keys', () => {
  expect(isSame({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
  expect(isSame([1, 2], [2, 1])).toBe(false)
  expect(isSame({ a: undefined }, {})).toBe(false)
  expect(isSame([], {})).toBe(false)
})
