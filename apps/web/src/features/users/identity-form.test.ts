import type { Right } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { identityForm, identityLocks, identitySectionLock, toIdentityForm } from './identity-form.ts'
import { locked, type Lock, type LockOf } from './use-user-locks.ts'

const identity = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  secondaryEmail: null,
  mobile: null,
}
const nothing: LockOf = () => ({ state: 'open' })
const allBut =
  (...held: Right[]): LockOf =>
  (right, otherwise) =>
    held.includes(right) ? { state: 'open' } : locked(otherwise)
const { values } = toIdentityForm({ identity, version: 'v1' })

test('what was read is sent back the same', () => {
  expect(identityForm('CONNECT_MANAGED', {}).parse(values)).toEqual(identity)
})

test('each field is locked by its own right', () => {
  expect(Object.keys(identityLocks('CONNECT_MANAGED', nothing))).toEqual([])
  expect(
    Object.keys(identityLocks('CONNECT_MANAGED', allBut('users.name.write', 'users.mobile.write'))).sort(),
  ).toEqual(['email', 'secondaryEmail'])
})

test('the kind of instance locks fields whatever the rights, and its reason is the one given', () => {
  expect(identityLocks('SAML', nothing)).toEqual({ email: expect.stringMatching(/SAML/) })
  expect(Object.keys(identityLocks('EXISTING_DIRECTORY', allBut())).sort()).toEqual(
    ['email', 'firstName', 'lastName', 'mobile', 'secondaryEmail'].sort(),
  )
  expect(identityLocks('EXISTING_DIRECTORY', allBut()).firstName).toMatch(/directory/)
})

test('the section is locked where every field is, and what is not known yet does not count as locked', () => {
  expect(identitySectionLock('CONNECT_MANAGED', allBut('users.mobile.write'))).toEqual({ state: 'open' })
  expect(identitySectionLock('EXISTING_DIRECTORY', allBut())).toEqual(locked('Your role cannot change this.'))
  const asking: LockOf = (right, otherwise): Lock =>
    right === 'users.name.write' ? { state: 'unknown' } : locked(otherwise)
  expect(identitySectionLock('CONNECT_MANAGED', asking)).toEqual({ state: 'unknown' })
  expect(identitySectionLock('EXISTING_DIRECTORY', asking)).toEqual(locked('Your role cannot change this.'))
  expect(identityLocks('CONNECT_MANAGED', asking)).not.toHaveProperty('firstName')
})

test('a locked field that would not be valid does not stand in the way', () => {
  const form = identityForm('CONNECT_MANAGED', { lastName: 'Your role cannot change this.' })
  expect(form.safeParse({ ...values, lastName: '' }).success).toBe(true)
  expect(identityForm('CONNECT_MANAGED', {}).safeParse({ ...values, lastName: '' }).success).toBe(false)
})

test('blanks around an address and in a number are dropped, an emptied field means none', () => {
  const parsed = identityForm('SAML', {}).parse({
    ...values,
    secondaryEmail: ' a@b.org ',
    mobile: '+44 7700 900123',
    email: '',
  })
  expect(parsed).toMatchObject({ secondaryEmail: 'a@b.org', mobile: '+447700900123', email: null })
})
