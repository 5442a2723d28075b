import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openTestStore } from '../../store/testing/open-test-store.ts'
import { compareText } from './collation.ts'
import { keysBetween, sortKeysOf } from './sort-keys.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.stringMatching(/^[aAäÄbß0-9 -]{0,4}$/),
  fc.constantFrom('Øst', 'ost', 'Ost', 'สมชาย', 'เก่ง', '山田', 'ａｂ', 'ab', 'item 9', 'item 10'),
)

function compareBytes(a: string, b: string): number {
  return Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

describe('keys', () => {
  test('compare as their texts do, however the texts come in', async () => {
    await using store = await openTestStore()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 30 }), { maxLength: 5 }), async (arrivals) => {
        const known = new Map<string, string>()
        for (const texts of arrivals) {
          const storable = texts.map((one) => one.replaceAll('\0', ''))
          for (const [one, key] of await sortKeysOf(store.database, storable, new Date())) {
            expect(known.get(one) ?? key).toBe(key)
            known.set(one, key)
          }
        }
        const all = [...known]
        for (const [one, key] of all) {
          for (const [other, otherKey] of all) {
            expect(compareBytes(key, otherKey)).toBe(Math.sign(compareText(one, other)))
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  test('of texts that come in at the same time differ', async () => {
    await using store = await openTestStore()
    const texts = Array.from({ length: 40 }, (_unused, at) => `text ${at}`)
    const keys = await Promise.all(
      texts.map(async (one) => (await sortKeysOf(store.database, [one], new Date())).get(one) ?? ''),
    )
    expect(keys).toEqual(keys.toSorted(compareBytes))
    expect(new Set(keys).size).toBe(40)
  })
})

test('between any two keys there is room for more', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 40 }), fc.integer({ min: 1, max: 300 }), (places, count) => {
      let keys = keysBetween('', undefined, 3)
      for (const place of places) {
        const at = place % (keys.length + 1)
        keys = keys.toSpliced(at, 0, ...keysBetween(keys[at - 1] ?? '', keys[at], 2))
      }
      const low = keys.at(-2) ?? ''
      const between = keysBetween(low, keys.at(-1), count)
      const all = [...keys.slice(0, -1), ...between, keys.at(-1) ?? '']
      expect(all).toEqual(all.toSorted(compareBytes))
      expect(new Set(all).size).toBe(all.length)
    }),
  )
})
