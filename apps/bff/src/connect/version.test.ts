import fc from 'fast-check'
import { expect, test } from 'vitest'
import { versionOf } from './version.ts'

const settings = fc.record({
  name: fc.string(),
  seconds: fc.integer(),
  on: fc.boolean(),
  group: fc.option(fc.string(), { nil: null }),
  ids: fc.uniqueArray(fc.string(), { maxLength: 10 }),
  tags: fc.dictionary(fc.string(), fc.string(), { maxKeys: 5 }),
  channels: fc.uniqueArray(fc.record({ channel: fc.string(), on: fc.boolean() }), {
    selector: ({ channel }) => channel,
  }),
})

function shuffledOnce(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffledOnce).toReversed()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, shuffledOnce(member)] as const)
      .toReversed(),
  )
}

test('the order of members and of lists makes no difference', () => {
  fc.assert(
    fc.property(settings, (one) => {
      expect(versionOf(shuffledOnce(one))).toBe(versionOf(one))
    }),
  )
})

test('absent and null are the same', () => {
  fc.assert(
    fc.property(settings, (one) => {
      expect(versionOf({ ...one, more: null })).toBe(versionOf(one))
    }),
  )
  expect(versionOf({ a: 1, b: undefined })).toBe(versionOf({ a: 1 }))
})

test('a change of any one setting is another version', () => {
  fc.assert(
    fc.property(settings, fc.string({ minLength: 1 }), (one, more) => {
      const changes = [
        { name: one.name + more },
        { seconds: one.seconds + 1 },
        { on: !one.on },
        { group: one.group === null ? more : null },
        { ids: [...one.ids, one.ids.join('') + more] },
        { tags: { ...one.tags, [Object.keys(one.tags).join('') + more]: '' } },
        { channels: [...one.channels, { channel: more, on: true }] },
      ]
      const versions = [one, ...changes.map((change) => ({ ...one, ...change }))].map(versionOf)
      expect(new Set(versions).size).toBe(versions.length)
    }),
  )
})

test.each([
  ['a text and a number', { a: '1' }, { a: 1 }],
  ['a value that moved to another key', { a: 'x', b: 'y' }, { a: 'y', b: 'x' }],
  ['a text that looks like two', { ids: ['a","b'] }, { ids: ['a', 'b'] }],
  ['an item given twice', { ids: ['a', 'a'] }, { ids: ['a'] }],
  ['a name in lower case', { name: 'Ann' }, { name: 'ann' }],
])('%s is a difference', (_what, one, other) => {
  expect(versionOf(one)).not.toBe(versionOf(other))
})

test('fits where the contract takes it', () => {
  expect(versionOf({})).toMatch(/^[A-Za-z0-9_-]{43}$/)
})
