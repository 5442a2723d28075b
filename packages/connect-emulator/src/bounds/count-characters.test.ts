import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCharacters } from './count-characters.ts'

test('counts as iterating over the text does, lone surrogates included', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '漢', '𝄞', '👩‍👩‍👧', '\ud800', '\udc00') }), (text) => {
      expect(countCharacters(text)).toBe(Array.from(text).length)
    }),
  )
})
