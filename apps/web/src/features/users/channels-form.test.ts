import { channelSettings } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { changesBetween } from '../../forms/changes.ts'
import { changedChannels, channelsForm, channelsTexts, fieldsOfRefusal, toChannelsForm } from './channels-form.ts'

const nothingSet = {
  autoAccept: null,
  agentFirstCallbackAutoAccept: null,
  afterContactWorkSeconds: null,
  agentFirstCallbackAfterContactWorkSeconds: null,
  phoneType: null,
  phoneNumber: null,
  persistentConnection: null,
  voiceEnhancementMode: null,
}
const user = {
  version: 'v1',
  channels: [
    channelSettings.parse({ ...nothingSet, channel: 'VOICE', autoAccept: true, afterContactWorkSeconds: 90 }),
    channelSettings.parse({ ...nothingSet, channel: 'CHAT', autoAccept: false }),
  ],
}
const { values } = toChannelsForm(user)
const parse = (changed: Record<string, string>) => channelsForm(user).safeParse({ ...values, ...changed })

test('only what differs of only the channels in which it differs is sent', () => {
  const { data } = parse({
    'voice-afterContactWorkSeconds': '1:30',
    'voice-voiceEnhancementMode': 'VOICE_ISOLATION',
    'task-afterContactWorkSeconds': '2 min',
  })
  expect(changedChannels(user, data ?? {})).toEqual([
    { channel: 'VOICE', voiceEnhancementMode: 'VOICE_ISOLATION' },
    { channel: 'TASK', afterContactWorkSeconds: 120 },
  ])
})

test('a setting that the channel does not have may stay so, one that it has cannot be taken away', () => {
  expect(parse({}).success).toBe(true)
  expect(parse({ 'voice-afterContactWorkSeconds': '' }).error?.issues).toMatchObject([
    { path: ['voice-afterContactWorkSeconds'], message: expect.stringContaining('cannot take this setting away') },
  ])
})

test('bounds are those of the contract, at each field', () => {
  const { error } = parse({
    'chat-afterContactWorkSeconds': '2000001',
    'email-afterContactWorkSeconds': 'soon',
    'voice-autoAccept': 'perhaps',
    'voice-voiceEnhancementMode': 'LOUDER',
  })
  expect(error?.issues.map(({ path }) => path[0])).toEqual([
    'voice-autoAccept',
    'voice-voiceEnhancementMode',
    'chat-afterContactWorkSeconds',
    'email-afterContactWorkSeconds',
  ])
  expect(parse({ 'chat-afterContactWorkSeconds': '2000000' }).success).toBe(true)
})

test('what only the voice channel has is offered there only (PHONE-11)', () => {
  expect(Object.keys(values).filter((name) => name.startsWith('chat-'))).toEqual([
    'chat-autoAccept',
    'chat-afterContactWorkSeconds',
  ])
})

test('a change is said in words, and what is not set too', () => {
  const form = { schema: channelsForm(user), fields: channelsTexts }
  const changed = { ...values, 'voice-autoAccept': 'off', 'email-afterContactWorkSeconds': '0' }
  expect(changesBetween(form, values, changed)).toEqual([
    { field: 'voice-autoAccept', label: 'Voice: auto-accept', before: 'On', after: 'Off' },
    {
      field: 'email-afterContactWorkSeconds',
      label: 'E-mail: after-contact work',
      before: 'Not set',
      after: 'No limit',
    },
  ])
})

test('what is set for agent-first callbacks needs the channel’s own beside it, at the field where that is missing', () => {
  const bare = {
    ...user,
    channels: [channelSettings.parse({ ...nothingSet, channel: 'VOICE', phoneType: 'SOFT_PHONE' })],
  }
  const given = { 'voice-agentFirstCallbackAutoAccept': 'on', 'voice-agentFirstCallbackAfterContactWorkSeconds': '30' }
  const typed = { ...toChannelsForm(bare).values, ...given }
  expect(
    channelsForm(bare)
      .safeParse(typed)
      .error?.issues.map(({ path }) => path[0]),
  ).toEqual(['voice-autoAccept', 'voice-afterContactWorkSeconds'])
  const own = { 'voice-autoAccept': 'off', 'voice-afterContactWorkSeconds': '0' }
  expect(channelsForm(bare).safeParse({ ...typed, ...own }).success).toBe(true)
})

test('a refusal that names a setting is of each channel for which that was changed', () => {
  const one = channelsForm(user).parse({ ...values, 'chat-afterContactWorkSeconds': '90', 'task-autoAccept': 'on' })
  expect(fieldsOfRefusal(user, one, 'afterContactWorkSeconds')).toEqual(['chat-afterContactWorkSeconds'])
  expect(fieldsOfRefusal(user, one, 'persistentConnection')).toEqual([])
  const two = { ...one, 'task-afterContactWorkSeconds': 90 }
  expect(fieldsOfRefusal(user, two, 'afterContactWorkSeconds')).toEqual([
    'chat-afterContactWorkSeconds',
    'task-afterContactWorkSeconds',
  ])
})
