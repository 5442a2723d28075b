import { rights } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { meaningOf, placeText, rightGroups } from './right-words.ts'

test('each right stands in one group', () => {
  expect(rightGroups.flatMap((group) => group.rights).toSorted()).toEqual(rights.toSorted())
  const groupOf = (right: string) => rightGroups.find((group) => group.rights.some((one) => one === right))?.title
  expect([groupOf('users.phone.write'), groupOf('presets.write'), groupOf('roles.read')]).toEqual([
    'People',
    'Patchbay itself',
    'Patchbay itself',
  ])
})

test('what a yes and a no come to', () => {
  const group = {
    id: 'g',
    name: 'Berlin',
    path: [
      { id: 't', name: 'EMEA' },
      { id: 'g', name: 'Berlin' },
    ],
  }
  expect([
    meaningOf({ right: 'users.phone.write', allowed: true, scope: 'all' }),
    meaningOf({ right: 'users.phone.write', allowed: true, scope: [group] }),
    meaningOf({ right: 'users.phone.write', allowed: true, scope: [] }),
    meaningOf({ right: 'security-profiles.write', allowed: true, scope: [] }),
    meaningOf({ right: 'users.phone.write', allowed: false, scope: [] }),
    meaningOf({ right: 'users.delete', allowed: false, scope: [] }),
    meaningOf({ right: 'changes.read', allowed: false, scope: [] }),
  ]).toEqual([
    'For everyone',
    'For the people in',
    'For nobody: none of your hierarchy groups is in this instance',
    'On the whole instance',
    'You see it as text that cannot be changed',
    'There is no button for it',
    'It is not shown to you',
  ])
  expect(placeText(group)).toBe('EMEA / Berlin')
})
