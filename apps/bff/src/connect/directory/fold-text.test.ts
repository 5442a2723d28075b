import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from './fold-text.ts'

test.each([
  ['Núñez', 'nunez'],
  ['MÜLLER', 'müller'],
  ['Łukasz', 'łUKASZ'],
  ['Straße', 'STRASSE'],
  ['İstanbul', 'istanbul'],
  ['ΑΛΈΞΗΣ', 'αλέξης'],
  ['Йосип', 'йосип'],
  ['がくと', 'かくと'],
  ['Nguyễn', 'NGUYEN'],
])('%s and %s are the same', (one, other) => {
  expect(foldText(one)).toBe(foldText(other))
})

test('the end of a word does not matter for a part of one', () => {
  expect(foldText('Αλέξης Παπαδόπουλος')).toContain(foldText('ΠΑΠΑΔΌΠΟΥΛΟΣ'))
  expect(foldText('σασις')).toContain(foldText('ΣΑΣ'))
})

test('composed or decomposed, once or twice makes no difference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
  )
})
