import { user as userSchema, userCreate } from '@patchbay/contract'
import { describe, expect, it } from 'vitest'
import { noGroup } from '../hierarchy/hierarchy.queries.ts'
import { accessNames } from './access-form.ts'
import { newUser, toUserCreate, userCreateForm, userCreateTexts } from './user-create-form.ts'

const usual = { securityProfileIds: ['agent'], hierarchyGroupId: noGroup }

const typed = {
  ...newUser(undefined, usual),
  username: 'ada',
  password: 'Difference1',
  firstName: 'Ada',
  lastName: 'Byron',
  routingProfileId: 'basic',
}

const faults = (kind: Parameters<typeof userCreateForm>[0], values: object) =>
  userCreateForm(kind)
    .safeParse({ ...typed, ...values })
    .error?.issues.map((issue) => issue.path.join('.')) ?? []

describe('a new person', () => {
  it('begins with a soft phone, no limit, no group and the usual profile, and nothing that belongs to somebody', () => {
    expect(newUser(undefined, usual)).toMatchObject({
      username: '',
      password: '',
      phoneType: 'SOFT_PHONE',
      autoAccept: false,
      afterContactWorkSeconds: '0',
      securityProfileIds: ['agent'],
      routingProfileId: '',
      tags: [],
    })
  })

  it('copied from somebody has their place, access, tags and kind of phone, never name, address or number', () => {
    const from = userSchema.parse({
      id: 'u1',
      version: 'v',
      username: 'grace',
      identity: { firstName: 'Grace', lastName: 'H', email: 'g@example.com', secondaryEmail: null, mobile: '+4930123' },
      phone: { phoneType: 'DESK_PHONE', autoAccept: true, afterContactWorkSeconds: 90, deskPhoneNumber: '+4930456' },
      channels: [],
      routingProfile: { id: 'basic', name: 'Basic' },
      hierarchyGroup: { id: 'g', name: 'G', path: [{ id: 'g', name: 'G' }] },
      securityProfiles: [{ id: 's1', name: 'S1' }],
      tags: { team: 'blue' },
      lastModifiedAt: null,
      asOf: '2026-11-21T12:00:00.000Z',
      isStale: false,
    })
    const copy = newUser(from, usual)
    expect(copy).toMatchObject({
      routingProfileId: 'basic',
      hierarchyGroupId: 'g',
      securityProfileIds: ['s1'],
      tags: [{ key: 'team', value: 'blue' }],
      phoneType: 'DESK_PHONE',
      autoAccept: true,
      afterContactWorkSeconds: '1:30',
    })
    const own = [copy.username, copy.password, copy.firstName, copy.lastName, copy.email, copy.mobile]
    expect([...own, copy.secondaryEmail, copy.deskPhoneNumber]).toEqual(Array.from({ length: 8 }, () => ''))
  })

  it('is sent as the route takes it', () => {
    const sent = toUserCreate(userCreateForm('CONNECT_MANAGED').parse({ ...typed, reason: '  INC-7 ' }))
    expect(userCreate.parse(sent)).toEqual({
      username: 'ada',
      password: 'Difference1',
      identity: { firstName: 'Ada', lastName: 'Byron', email: null, secondaryEmail: null, mobile: null },
      phone: { phoneType: 'SOFT_PHONE', deskPhoneNumber: null, autoAccept: false, afterContactWorkSeconds: 0 },
      routingProfileId: 'basic',
      hierarchyGroupId: null,
      securityProfileIds: ['agent'],
      tags: {},
      reason: 'INC-7',
    })
  })
})

describe('what is asked for', () => {
  it('depends on how the instance knows its people (USR-01, USR-05, USR-06)', () => {
    expect(faults('CONNECT_MANAGED', { password: '', firstName: '' })).toEqual(['password', 'firstName'])
    expect(faults('SAML', { password: '' })).toEqual([])
    const long = 'x'.repeat(21)
    expect(faults('CONNECT_MANAGED', { username: long })).toEqual(['username'])
    expect(faults('EXISTING_DIRECTORY', { username: long, password: '' })).toEqual(['username'])
    expect(faults('SAML', { username: long, password: '' })).toEqual([])
  })

  it('has a desk phone with its number (PHONE-07)', () => {
    expect(faults('CONNECT_MANAGED', { phoneType: 'DESK_PHONE' })).toEqual(['deskPhoneNumber'])
    expect(faults('CONNECT_MANAGED', { phoneType: 'DESK_PHONE', deskPhoneNumber: '+49 30 123' })).toEqual([])
  })
})

it('a password is never said in words', () => {
  const texts = userCreateTexts(accessNames(undefined, {}))
  expect(texts.password.format('Difference1')).not.toContain('Difference1')
})
