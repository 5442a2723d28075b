import { AFTER_CONTACT_WORK_MAX_SECONDS } from '@patchbay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterContactWorkInWords,
  formatAfterContactWork,
  parseDuration,
  toDurationInput,
} from './after-contact-work.ts'

const anySeconds = fc.integer({ min: 0, max: AFTER_CONTACT_WORK_MAX_SECONDS })

test.for([
  ['90', 90],
  ['1:30', 90],
  ['1 min 30 s', 90],
  ['1m30s', 90],
  ['1 MIN 30 SEC', 90],
  ['1 minute 30 seconds', 90],
  [' 90 ', 90],
  ['0', 0],
  ['0:00', 0],
  ['90:00', 5400],
  ['1:02:03', 3723],
  ['2 h', 7200],
  ['1 day', 86_400],
  ['2,000,000', 2_000_000],
  ['2000001', 2_000_001],
] as const)('%j is %d seconds', ([text, seconds]) => {
  expect(parseDuration(text)).toBe(seconds)
})

test.for([
  '',
  ' ',
  '-5',
  '1.5',
  '1:75',
  '1:5',
  '1:5:00',
  '1:60:00',
  ':30',
  '1:',
  'soon',
  '90 x',
  '30 s 1 min',
  '1 min 1 min',
  '1e3',
  '٩٠',
])('%j is not read as a time', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})

test('what the input shows is read back as the same time', () => {
  fc.assert(
    fc.property(anySeconds, (seconds) => {
      expect(parseDuration(toDurationInput(seconds))).toBe(seconds)
    }),
  )
})

test('both forms in words are read back as the same time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: AFTER_CONTACT_WORK_MAX_SECONDS }), (seconds) => {
      expect(parseDuration(formatAfterContactWork(seconds))).toBe(seconds)
      expect(parseDuration(afterContactWorkInWords(seconds))).toBe(seconds)
    }),
  )
})

test('never throws, and never answers anything but a whole number from 0', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d: hms]{0,30}$/)), (text) => {
      const seconds = parseDuration(text)
      expect(seconds === undefined || (Number.isSafeInteger(seconds) && seconds >= 0)).toBe(true)
    }),
  )
})

test('0 means no limit and says so; one is singular', () => {
  expect(formatAfterContactWork(0)).toBe('No limit')
  expect(afterContactWorkInWords(0)).toBe('No limit')
  expect(afterContactWorkInWords(3661)).toBe('1 hour 1 minute 1 second')
  expect(formatAfterContactWork(90)).toBe('1 min 30 s')
})
