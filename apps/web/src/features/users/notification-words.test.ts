import { expect, test } from 'vitest'
import { languageOf, marksOf, notificationName, standingText } from './notification-words.ts'

test('says status and priority in words, and what is new by its own name', () => {
  expect(standingText({ status: 'UNREAD', priority: 'HIGH' })).toBe('Unread, high priority')
  expect(standingText({ status: 'HIDDEN', priority: 'URGENT' })).toBe('Hidden, urgent')
  expect(standingText({ status: 'READ', priority: null })).toBe('Read')
  expect(standingText({ status: 'SNOOZED', priority: 'MIDDLING' })).toBe('SNOOZED, MIDDLING')
  expect(standingText({ status: null, priority: 'LOW' })).toBe('Status not told, low priority')
})

test('one is told from others by the beginning of what it says', () => {
  expect(notificationName({ texts: { de_DE: 'Pause', en_US: 'Break' } })).toBe('Break')
  expect(notificationName({ texts: {} })).toBe('Without a text')
  const long = notificationName({ texts: { en_US: '👩‍👧‍👦'.repeat(100) } })
  expect(long).toBe(`${'👩‍👧‍👦'.repeat(59)}…`)
})

test('a language as HTML names it', () => {
  expect(['en_US', 'zh_TW'].map(languageOf)).toEqual(['en-US', 'zh-TW'])
})

test('it can be marked as what it is not, and as anything where that is not known', () => {
  expect(['READ', 'UNREAD', 'HIDDEN', null].map((status) => marksOf({ status }))).toEqual([
    ['UNREAD', 'HIDDEN'],
    ['READ', 'HIDDEN'],
    ['READ', 'UNREAD'],
    ['READ', 'UNREAD', 'HIDDEN'],
  ])
})
