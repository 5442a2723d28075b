import { expect, test } from 'vitest'
import { canDismiss, contactText } from './contact-words.ts'

const contact = { id: 'c-1', channel: 'VOICE', state: 'MISSED', since: null }

test('a contact is said by channel and state, and what is new by its own name', () => {
  expect(contactText(contact)).toBe('Voice, missed')
  expect(contactText({ ...contact, channel: 'EMAIL', state: 'CONNECTED_ONHOLD' })).toBe('E-mail, on hold')
  expect(contactText({ ...contact, channel: 'HOLOGRAM', state: null })).toBe('HOLOGRAM')
  expect(contactText({ ...contact, channel: null, state: null })).toBe('Contact')
})

test('what is over can be dismissed, what goes on or is not known cannot', () => {
  const states = ['MISSED', 'ERROR', 'ENDED', 'REJECTED', 'CONNECTED', 'INCOMING', 'PENDING', 'NEWER', null]
  expect(states.filter((state) => canDismiss({ ...contact, state }))).toEqual(['MISSED', 'ERROR', 'ENDED', 'REJECTED'])
})
