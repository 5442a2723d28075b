import { expect, test } from 'vitest'
import { z } from 'zod'
import { changesBetween, collisionsBetween, isSame, takeTheirs } from './changes.ts'

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

type Row = readonly [key: string, text: string]
const tags = {
  schema: z.object({ tags: z.array(z.tuple([z.string(), z.string().min(1)])) }),
  fields: {
    tags: {
      label: 'Tags',
      format: (rows: readonly Row[]) => rows.map(([key]) => key).join('+'),
      parts: {
        of: (rows: readonly Row[]) => rows.map(([key, text]) => ({ key, label: `Tag ${key}`, text })),
        keyOf: ([key]: Row) => key,
        absent: 'None',
      },
    },
  },
}
const tagged = (...rows: Row[]) => ({ tags: rows.map(([key, text]): [string, string] => [key, text]) })

test('a value of several parts says which of them changed, also to what is said of one that is not there', () => {
  expect(changesBetween(tags, tagged(['a', '1'], ['b', '2']), tagged(['a', '1'], ['b', '3'], ['c', 'None']))).toEqual([
    { field: 'tags', label: 'Tag b', before: '2', after: '3' },
    { field: 'tags', label: 'Tag c', before: 'None', after: 'None' },
  ])
})

test('of several parts only those collide that they changed and I have otherwise, and theirs can be taken one by one', () => {
  const before = tagged(['same', '1'], ['both', '1'], ['gone', '1'], ['alike', '1'], ['mine', '1'])
  const theirs = tagged(['same', '1'], ['both', '2'], ['alike', '9'], ['mine', '1'], ['__proto__', 'x'])
  const mine = tagged(['same', '1'], ['both', '3'], ['gone', '1'], ['alike', '9'], ['mine', '4'])
  const collisions = collisionsBetween(tags, { base: before, theirs, mine })
  const side = { field: 'tags', isMineChanged: false }
  expect(collisions).toEqual([
    { ...side, part: 'both', label: 'Tag both', base: '1', theirs: '2', mine: '3', isMineChanged: true },
    { ...side, part: 'gone', label: 'Tag gone', base: '1', theirs: 'None', mine: '1' },
    { ...side, part: '__proto__', label: 'Tag __proto__', base: 'None', theirs: 'x', mine: 'None' },
  ])
  expect(takeTheirs(tags.fields, { mine, theirs }, collisions.slice(1))).toEqual(
    tagged(['same', '1'], ['both', '3'], ['alike', '9'], ['mine', '4'], ['__proto__', 'x']),
  )
  expect(takeTheirs(tags.fields, { mine, theirs }, collisions.slice(0, 1)).tags[1]).toEqual(['both', '2'])
  expect(takeTheirs(tags.fields, { mine, theirs }, [])).toEqual(mine)
})

test('what is not valid yet collides as a whole', () => {
  const [before, theirs, mine] = [tagged(['a', '1']), tagged(['a', '2']), tagged(['a', ''])]
  const collisions = collisionsBetween(tags, { base: before, theirs, mine })
  expect(collisions).toEqual([
    { field: 'tags', label: 'Tags', base: 'a', theirs: 'a', mine: 'not valid yet', isMineChanged: true },
  ])
  expect(takeTheirs(tags.fields, { mine, theirs }, collisions)).toEqual(theirs)
})

test('equal is as JSON has it, whatever the order of keys', () => {
  expect(isSame({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
  expect(isSame([1, 2], [2, 1])).toBe(false)
  expect(isSame({ a: undefined }, {})).toBe(false)
  expect(isSame([], {})).toBe(false)
})
