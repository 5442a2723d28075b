import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  identityFieldLock,
  identityFieldsFor,
  identityWrite,
  phoneWrite,
  userCreate,
  usernameFor,
} from './user-writes.ts'

const faults = (result: z.ZodSafeParseResult<unknown>): string[] =>
  result.error?.issues.map((issue) => issue.path.join('.')) ?? []

const identity = { version: 'v', firstName: 'Ada', lastName: 'Byron', email: null, secondaryEmail: null, mobile: null }
const phone = {
  version: 'v',
  phoneType: 'SOFT_PHONE',
  autoAccept: false,
  afterContactWorkSeconds: 0,
  deskPhoneNumber: null,
}

describe('identityWrite', () => {
  it('asks for every field of its group, so that nothing is cleared by leaving it out (USR-16)', () => {
    expect(faults(identityWrite.safeParse({ version: 'v' }))).toEqual([
      'firstName',
      'lastName',
      'email',
      'secondaryEmail',
      'mobile',
    ])
  })
  it.each([
    ['firstName', 255],
    ['lastName', 300],
  ])('bounds %s at %i', (field, max) => {
    expect(faults(identityWrite.safeParse({ ...identity, [field]: 'x'.repeat(max) }))).toEqual([])
    expect(faults(identityWrite.safeParse({ ...identity, [field]: 'x'.repeat(max + 1) }))).toEqual([field])
  })
})

describe('identity by kind of instance', () => {
  const managed = z.object(identityFieldsFor('CONNECT_MANAGED'))
  it('asks Connect-managed people for both names, 255 and 256 long at most (USR-09)', () => {
    expect(faults(managed.safeParse({ ...identity, firstName: '', lastName: '' }))).toEqual(['firstName', 'lastName'])
    expect(faults(managed.safeParse({ ...identity, lastName: 'x'.repeat(256) }))).toEqual([])
    expect(faults(managed.safeParse({ ...identity, lastName: 'x'.repeat(257) }))).toEqual(['lastName'])
  })
  it.each([
    ['CONNECT_MANAGED', []],
    ['SAML', ['email']],
    ['EXISTING_DIRECTORY', ['firstName', 'lastName', 'email']],
  ] as const)('locks what %s owns (USR-06, USR-10)', (kind, locked) => {
    const fields = ['firstName', 'lastName', 'email', 'secondaryEmail', 'mobile'] as const
    expect(fields.filter((field) => identityFieldLock(kind, field) !== undefined)).toEqual(locked)
  })
})

describe('phoneWrite', () => {
  it('asks for a number only where the phone is a desk phone (PHONE-07)', () => {
    expect(faults(phoneWrite.safeParse({ ...phone, phoneType: 'DESK_PHONE' }))).toEqual(['deskPhoneNumber'])
    expect(faults(phoneWrite.safeParse({ ...phone, phoneType: 'DESK_PHONE', deskPhoneNumber: '' }))).toEqual([
      'deskPhoneNumber',
    ])
    expect(faults(phoneWrite.safeParse({ ...phone, phoneType: 'DESK_PHONE', deskPhoneNumber: '+4930123' }))).toEqual([])
    expect(faults(phoneWrite.safeParse(phone))).toEqual([])
  })
  it.each([
    [-1, false],
    [0, true],
    [2_000_000, true],
    [2_000_001, false],
    [1.5, false],
    ['60', false],
  ])('judges %j seconds of after-contact work (PHONE-03)', (afterContactWorkSeconds, good) => {
    expect(faults(phoneWrite.safeParse({ ...phone, afterContactWorkSeconds }))).toEqual(
      good ? [] : ['afterContactWorkSeconds'],
    )
  })
})

describe('userCreate', () => {
  const { version: _version, ...identityFields } = identity
  const { version: _alsoVersion, ...phoneFields } = phone
  const person = {
    username: 'ada',
    identity: identityFields,
    phone: phoneFields,
    routingProfileId: 'r',
    hierarchyGroupId: null,
    securityProfileIds: ['s'],
    tags: {},
  }

  it('takes a whole person', () => expect(faults(userCreate.safeParse(person))).toEqual([]))

  it.each([
    ['', false],
    ['testuser@example.com', true],
    ['testuser@example', false],
    ['with space', false],
    ['CORP\\ada', true],
    // An address is as an e-mail address may be, with a last part of at most 63 letters.
    ['CORP\\ada@example.com', false],
    ['ada+desk%1@example.com', true],
    [`ada@b.${'c'.repeat(64)}`, false],
    // Where people do not sign in by SAML Connect documents no other rule.
    ['müller,ß', true],
    ['ada\u200B', false],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
  ])('judges the user name %j (USR-01)', (username, good) => {
    expect(faults(userCreate.safeParse({ ...person, username })).length === 0).toBe(good)
  })

  it('knows the user names of each kind of instance (USR-01)', () => {
    const kinds = ['CONNECT_MANAGED', 'EXISTING_DIRECTORY', 'SAML'] as const
    const verdicts = (name: string) => kinds.map((kind) => usernameFor(kind).safeParse(name).success)
    expect(verdicts('ada')).toEqual([true, true, true])
    expect(verdicts('müller')).toEqual([true, true, false])
    expect(verdicts('ada+desk@example.com')).toEqual([true, true, false])
    expect(verdicts('😀'.repeat(20))).toEqual([true, true, false])
    expect(verdicts('x'.repeat(21))).toEqual([false, false, true])
  })

  it.each([
    ['aA1xxxxx', true],
    ['aA1xxxx', false],
    // Characters, not units of UTF-16: seven of these are eleven.
    ['aA1😀😀😀😀', false],
    [`aA1${'😀'.repeat(61)}`, true],
    ['Passw0rd\uD83D', false],
    ['Pass w0rd', false],
  ])('judges the password %j (USR-05)', (password, good) => {
    expect(faults(userCreate.safeParse({ ...person, password })).length === 0).toBe(good)
  })

  it.each([0, 1, 10, 11])('judges %i security profiles (USR-14)', (count) => {
    const securityProfileIds = Array.from({ length: count }, (_, i) => `s${i}`)
    expect(faults(userCreate.safeParse({ ...person, securityProfileIds })).length === 0).toBe(count >= 1 && count <= 10)
  })

  it('refuses a security profile given twice', () => {
    expect(faults(userCreate.safeParse({ ...person, securityProfileIds: ['s', 's'] }))).toEqual(['securityProfileIds'])
  })
})
