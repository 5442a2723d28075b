import { expect, test } from 'vitest'
import { fullName, shortName } from './user-words.ts'

const person = (firstName: string, lastName: string) => ({ username: 'ada', identity: { firstName, lastName } })

test('a person without a name goes by the user name', () => {
  expect([fullName(person('Ada', 'Lovelace')), fullName(person('', 'Lovelace')), fullName(person('', ''))]).toEqual([
    'Ada Lovelace',
    'Lovelace',
    'ada',
  ])
})

test('only a very long name is cut, and never inside a character', () => {
  expect(shortName(person('Ada', 'Lovelace'))).toBe('Ada Lovelace')
  expect(shortName(person('𝒜'.repeat(255), ''))).toBe(`${'𝒜'.repeat(59)}…`)
  expect(shortName(person('é'.repeat(60), ''))).toBe('é'.repeat(60))
})
