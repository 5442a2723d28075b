import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { e164, emailAddress, id, instanceAlias, optional, tags, text, version } from './fields.ts'
import './issue-words.ts'

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success

describe('text', () => {
  const name = text('First name', { min: 1, max: 255 })

  it('counts code points, not UTF-16 units, whatever the script', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', '雪', '𠮷', '👩'), { maxLength: 300 }), (letters) => {
        expect(accepts(name, letters.join(''))).toBe(letters.length >= 1 && letters.length <= 255)
      }),
    )
  })

  it('makes text NFC, so that equal names are equal (USR-09)', () => {
    expect(name.parse('Zoe\u0308')).toBe('Zo\u00eb')
  })

  it.each([
    ['', 'Enter first name.'],
    ['x'.repeat(256), 'First name can have at most 255 characters.'],
    ['half \ud800', 'First name has a broken character.'],
    [7, 'First name has to be text.'],
  ])('says what is wrong with %j', (value, message) => {
    expect(name.safeParse(value).error?.issues.map((issue) => issue.message)).toEqual([message])
  })
})

describe('ids and versions', () => {
  it.each([
    [id, 256],
    [version, 128],
    [instanceAlias, 100],
  ])('are bounded', (schema, max) => {
    expect(['', 'x', 'x'.repeat(max), 'x'.repeat(max + 1)].map((value) => accepts(schema, value))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
  it('have no broken characters', () => {
    expect(accepts(id, '😀')).toBe(true)
    expect(accepts(id, '\ud83d')).toBe(false)
  })
})

it.each([
  [z.object({ a: z.string() }), {}, 'This is missing.'],
  [z.object({ a: z.string() }), { a: 1 }, 'This has to be text.'],
  [z.object({ a: z.array(z.string()) }), { a: 1 }, 'This has to be a list.'],
  [z.object({ a: z.object({}) }), { a: 1 }, 'This has to be an object.'],
  [z.object({ a: z.record(z.string(), z.string()) }), { a: 1 }, 'This has to be an object.'],
  [z.object({ a: z.boolean() }), { a: 1 }, 'This has to be true or false.'],
  [z.object({ a: z.enum(['b', 'c']) }), { a: 1 }, 'Give one of b, c.'],
])('a schema without words of its own has some for people', (schema, value, message) => {
  expect(schema.safeParse(value).error?.issues.map((issue) => issue.message)).toEqual([message])
})

describe('e164', () => {
  const number = e164('Mobile')
  it.each(['+10', '+442071838750', `+1${'2'.repeat(14)}`])('takes %s', (value) =>
    expect(accepts(number, value)).toBe(true),
  )
  it.each([
    '',
    '+1',
    '+0123456',
    '442071838750',
    '+44 20 7183',
    `+1${'2'.repeat(15)}`,
    '+44x',
    '+44\n',
    '++44',
    '+٤٤٢٠',
  ])('refuses %j', (value) => expect(accepts(number, value)).toBe(false))
})

describe('emailAddress', () => {
  const email = emailAddress('E-mail')
  const local = (length: number): string => `${'a'.repeat(length - '@example.com'.length)}@example.com`
  it.each(['a@b.co', 'first.last+tag@sub.example.museum', local(265)])('takes an address', (value) =>
    expect(accepts(email, value)).toBe(true),
  )
  it.each([
    '',
    'a@b',
    '@b.co',
    'a@b.c',
    'a b@c.de',
    'ä@example.com',
    'a@example.com ',
    local(266),
    `a@b.${'c'.repeat(64)}`,
  ])('refuses %j', (value) => expect(accepts(email, value)).toBe(false))
})

describe('optional', () => {
  const number = optional(e164('Mobile'))
  it('reads an emptied input as none', () => expect(number.parse('')).toBeNull())
  it('keeps null', () => expect(number.parse(null)).toBeNull())
  it('still checks what is there, in its own words', () => {
    expect(number.safeParse('12').error?.issues[0]?.message).toContain('E.164')
  })
  it('does not take a missing member for none', () => expect(accepts(number, undefined)).toBe(false))
})

describe('tags (TAG-01)', () => {
  const many = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, '']))
  it('takes 50 and refuses 51', () => {
    expect(accepts(tags, many(50))).toBe(true)
    expect(accepts(tags, many(51))).toBe(false)
  })
  it.each([{ 'aws:x': '' }, { '': '' }, { ['k'.repeat(129)]: '' }, { 'a,b': '' }, { k: 'v'.repeat(257) }, { k: null }])(
    'refuses %j',
    (value) => expect(accepts(tags, value)).toBe(false),
  )
  it.each([{ Équipe: '北京' }, { ['k'.repeat(128)]: 'v'.repeat(256) }, { 'a b_.:/=+-@': '' }])('takes %j', (value) =>
    expect(accepts(tags, value)).toBe(true),
  )
})

describe('tag keys', () => {
  it.each([
    ['two that are the same in NFC', '{"\u00e9":"a","e\u0301":"b"}', 'A tag key is there twice.'],
    ['__proto__, which zod would leave out', '{"__proto__":"a"}', 'A tag cannot be called __proto__.'],
  ])('are not lost on the way: %s', (_what, json, message) => {
    expect(tags.safeParse(JSON.parse(json)).error?.issues.map((issue) => issue.message)).toEqual([message])
  })

  it('are as composed', () => expect(tags.parse({ 'e\u0301': 'o\u0308' })).toEqual({ '\u00e9': '\u00f6' }))
})
