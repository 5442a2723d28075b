import { expect, test } from 'vitest'
import { channelsOfTheirOwn, phoneForm, toPhoneForm } from './phone-form.ts'

const phone = { phoneType: 'SOFT_PHONE' as const, autoAccept: true, afterContactWorkSeconds: 90, deskPhoneNumber: null }
const { values } = toPhoneForm({ phone, version: 'v1' })
const messageFor = (field: string, change: object) =>
  phoneForm.safeParse({ ...values, ...change }).error?.issues.find((issue) => issue.path[0] === field)?.message

test('what was read is sent back the same', () => {
  expect(phoneForm.parse(values)).toEqual(phone)
})

test('a pasted number loses its spaces and dashes', () => {
  expect(phoneForm.parse({ ...values, deskPhoneNumber: ' +44 20 7183\u20118750 ' }).deskPhoneNumber).toBe(
    '+442071838750',
  )
})

test('a desk phone needs its number, a soft phone does not', () => {
  expect(messageFor('deskPhoneNumber', { phoneType: 'DESK_PHONE' })).toMatch(/needs a number/)
  expect(messageFor('deskPhoneNumber', { phoneType: 'DESK_PHONE', deskPhoneNumber: '020 7183' })).toMatch(/E\.164/)
  expect(messageFor('deskPhoneNumber', {})).toBeUndefined()
})

test('after-contact work is held to the contract’s bound and to being a time at all', () => {
  expect(messageFor('afterContactWorkSeconds', { afterContactWorkSeconds: '2000000' })).toBeUndefined()
  expect(messageFor('afterContactWorkSeconds', { afterContactWorkSeconds: '2000001' })).toMatch(/at most 2,000,000/)
  expect(messageFor('afterContactWorkSeconds', { afterContactWorkSeconds: 'soon' })).toMatch(/Type a time/)
})

test('names the channels that a save would level (PHONE-10)', () => {
  const channel = (name: 'VOICE' | 'CHAT' | 'TASK', autoAccept: boolean | null, seconds: number | null) => ({
    channel: name,
    autoAccept,
    afterContactWorkSeconds: seconds,
    agentFirstCallbackAutoAccept: null,
    agentFirstCallbackAfterContactWorkSeconds: null,
    phoneType: null,
    phoneNumber: null,
    persistentConnection: null,
    voiceEnhancementMode: null,
  })
  const channels = [channel('VOICE', true, 90), channel('CHAT', false, null), channel('TASK', null, 0)]
  expect(channelsOfTheirOwn({ phone, channels }).map((one) => one.channel)).toEqual(['CHAT', 'TASK'])
})
