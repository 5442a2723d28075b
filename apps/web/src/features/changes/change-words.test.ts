import { contract, partText } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { actionText, fieldsText, listDifference, noteText, valueText } from './change-words.ts'

test('says actions and fields in words, and what it has no words for by its own name', () => {
  expect(actionText('users.updatePhone')).toBe('Phone changed')
  expect(actionText('users.teleport')).toBe('users.teleport')
  expect(actionText('constructor')).toBe('constructor')
  expect(partText({ field: 'channels', key: 'VOICE.autoAccept' }, {})).toBe('Voice: auto-accept')
  expect(partText({ field: 'tags', key: 'Team' }, {})).toBe('Tag “Team”')
  expect(partText({ field: 'presets', key: 'Night 2.0.autoAccept' }, {})).toBe('Preset “Night 2.0”: auto-accept')
  expect(partText({ field: 'proficiencies', key: 'Skill: Fraud' }, {})).toBe('Proficiency “Skill: Fraud”')
  expect(partText({ field: 'mobile', key: null }, {})).toBe('Mobile')
  expect(partText({ field: 'notifications', key: 'n-1' }, { 'n-1': 'Maintenance on Sunday' })).toBe(
    'Notification “Maintenance on Sunday”',
  )
  expect(partText({ field: 'notifications', key: 'toString' }, {})).toBe('Notification “toString”')
  const tag = (key: string) => ({ field: 'tags', key, before: null, after: 'x' })
  expect(fieldsText([tag('a'), tag('b'), { field: 'mobile', key: null, before: null, after: '+49301' }])).toBe(
    'Tag, Mobile',
  )
})

test('has words for all that changes people, security profiles and presets', () => {
  const named = (['users', 'securityProfiles', 'presets'] as const).flatMap((resource) =>
    Object.entries(contract[resource]).flatMap(([verb, endpoint]) =>
      endpoint['~orpc'].route.method === 'GET' ? [] : [`${resource}.${verb}`],
    ),
  )
  expect(named).toContain('users.updateStatus')
  expect(named.filter((action) => actionText(action) === action)).toEqual([])
})

test('says values in words, with the names that ids had then', () => {
  const names = { 'rp-1': 'Sales' }
  expect(valueText('routingProfileId', 'rp-1', names)).toBe('Sales')
  expect(valueText('routingProfileId', 'rp-2', names)).toBe('rp-2')
  expect(valueText('hierarchyGroupId', null, names)).toBe('None')
  expect(valueText('autoAccept', false, names)).toBe('Off')
  expect(valueText('afterContactWorkSeconds', 0, names)).toBe('No limit')
  expect(valueText('afterContactWorkSeconds', 3661, names)).toBe('1 hour 1 minute 1 second')
  expect(valueText('phoneType', 'SOFT_PHONE', names)).toBe('Soft phone')
  expect(valueText('contacts', 'MISSED', names)).toBe('Missed')
  expect(valueText('notifications', 'HIDDEN', names)).toBe('Hidden')
  expect(valueText('lastName', 'MISSED', names)).toBe('MISSED')
  // A name of the prototype is no name of an id.
  expect(valueText('lastName', 'toString', {})).toBe('toString')
})

test('tells what came to a list and what went', () => {
  expect(listDifference(['a', 'b'], ['b', 'c'])).toEqual({ added: ['c'], removed: ['a'], kept: 1 })
})

test('says why, and says nothing where all is well', () => {
  const change = { note: null, code: null, status: 'confirmed', outcome: 'done' } as const
  expect(noteText(change)).toBeUndefined()
  expect(noteText({ ...change, status: 'failed', code: 'connect.throttled' })).toBe('Amazon Connect is busy.')
  expect(noteText({ ...change, status: 'failed', code: 'x.y' })).toBe('x.y')
  expect(noteText({ ...change, status: 'failed', code: 'x.y', note: 'Nobody saw it.' })).toBe('Nobody saw it.')
  expect(noteText({ ...change, status: 'pending', outcome: 'uncertain' })).toContain('lost')
  expect(noteText({ ...change, status: 'pending' })).toContain('took it')
  expect(noteText({ ...change, status: 'pending', outcome: null })).toContain('no answer yet')
})
