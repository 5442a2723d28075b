import { expect, it } from 'vitest'
import { notificationStatusText, notificationWrite, textToShow } from './user-notifications.ts'

it('shows the English text, else the first there is, with its language', () => {
  expect(textToShow({ de_DE: 'Pause', en_US: 'Break' })).toEqual({ locale: 'en_US', text: 'Break' })
  expect(textToShow({ ja_JP: '休憩', de_DE: 'Pause' })).toEqual({ locale: 'ja_JP', text: '休憩' })
  expect(textToShow({})).toBeUndefined()
})

it('has a word for each status, and Connect’s own for one that is newer', () => {
  expect(['READ', 'UNREAD', 'HIDDEN', 'SNOOZED', 'toString'].map(notificationStatusText)).toEqual([
    'Read',
    'Unread',
    'Hidden',
    'SNOOZED',
    'toString',
  ])
})

it('takes the three statuses that can be set, and no other', () => {
  const write = (status: string) => notificationWrite.safeParse({ version: 'v', notificationId: 'n', status })
  expect(['READ', 'UNREAD', 'HIDDEN'].map((status) => write(status).success)).toEqual([true, true, true])
  expect(write('SNOOZED').error?.issues).toMatchObject([
    { path: ['status'], message: 'Say whether it is read, unread or hidden.' },
  ])
})
