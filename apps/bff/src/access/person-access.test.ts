import { rights } from '@patchbay/contract'
import { describe, expect, it } from 'vitest'
import { defaultAccess, type AccessConfig } from './access-config.ts'
import { groupTreeOf } from './group-tree.ts'
import { instanceAccessOf } from './instance-access.ts'
import { accessOf, KeptAccess } from './person-access.ts'
import { parseAccessFile } from './read-access-file.ts'

const of = (...roles: string[]) => [...accessOf(defaultAccess, { roles, places: [], username: null }).rights].toSorted()

describe('the roles that are there without a file', () => {
  it('give an administrator everything', () => expect(of('administrator')).toEqual(rights.toSorted()))

  it('give helpdesk name, mobile number, phone and channels, but no e-mail address and no permissions', () => {
    expect(of('helpdesk')).toEqual([
      'connect.open',
      'hierarchy.read',
      'routing-profiles.read',
      'security-profiles.read',
      'users.channels.write',
      'users.mobile.write',
      'users.name.write',
      'users.phone.write',
      'users.read',
    ])
  })

  it('let an auditor read and export everything and write nothing', () => {
    expect(of('auditor')).toEqual(rights.filter((right) => /\.(read|export)$/.test(right)).toSorted())
  })

  it('let a supervisor do everything about people, and write security profiles', () => {
    expect(of('supervisor')).toEqual(
      rights
        .filter((right) =>
          /^(users|security-profiles)\.|^(hierarchy|routing-profiles|changes)\.read$|^connect\.open$/.test(right),
        )
        .toSorted(),
    )
  })

  it('add up, and names that nobody configured give nothing', () => {
    expect(of('auditor', 'helpdesk')).toEqual([...new Set([...of('helpdesk'), ...of('auditor')])].toSorted())
    expect(of('root', '__proto__', 'constructor')).toEqual([])
  })
})

const named = (id: string) => ({ id, name: `Group ${id}` })
const group = (...path: string[]) => [path.at(-1) ?? '', path.map(named)] as const
const tree = groupTreeOf(new Map([group('a'), group('a', 'b'), group('a', 'b', 'c'), group('a', 'd'), group('x')]))

function configured(roles: object[]): AccessConfig {
  const { access, problems } = parseAccessFile(JSON.stringify({ roles }))
  if (!access) throw new Error(problems.join('\n'))
  return access
}

function supervisorOf(...places: string[]) {
  const person = accessOf(defaultAccess, { roles: ['supervisor'], places, username: null })
  return instanceAccessOf(person, 'acme', tree)
}

describe('a scope', () => {
  it.each([
    ['by id', 'acme:b'],
    ['by names from the top', 'acme:Group a / Group b'],
    ['on any instance', '*:Group a / Group b'],
  ])(
    'given %s covers the group and all below it, not its parent, its siblings or people in no group',
    (_how, place) => {
      const access = supervisorOf(place)
      expect(access.scope('users.read')).toEqual(['b'])
      const covered = ['a', 'b', 'c', 'd', 'x', 'unknown', null].filter((id) => access.covers('users.read', id))
      expect(covered).toEqual(['b', 'c'])
    },
  )

  it.each([[[]], [['other:b']], [['acme:Group b']], [['acme:gone']], [['acme:Group a / ']]])(
    'of %j covers nobody',
    (places) => {
      const access = supervisorOf(...places)
      expect(access.scope('users.read')).toEqual([])
      for (const id of ['a', 'b', 'c', null]) expect(access.covers('users.read', id)).toBe(false)
    },
  )

  it('says which of its places are no groups of this instance', () => {
    expect(supervisorOf('acme:gone', 'other:gone', '*:gone', 'acme:b').unknownPlaces).toEqual(['acme:gone'])
  })

  it('takes no name that two groups have', () => {
    const twins = groupTreeOf(
      new Map([
        ['1', [{ id: '1', name: 'T' }]],
        ['2', [{ id: '2', name: 'T' }]],
      ]),
    )
    expect([twins.find('T'), twins.find('1')]).toEqual([undefined, '1'])
  })

  it('is each role’s own: reading everyone and writing some does not write everyone', () => {
    const person = accessOf(defaultAccess, { roles: ['auditor', 'supervisor'], places: ['acme:b'], username: null })
    const access = instanceAccessOf(person, 'acme', tree)
    expect([access.scope('users.read'), access.scope('users.phone.write')]).toEqual(['all', ['b']])
  })

  it('of a right that nobody gave is empty', () => {
    const person = accessOf(defaultAccess, { roles: ['auditor'], places: [], username: null })
    const access = instanceAccessOf(person, 'acme', tree)
    expect([access.scope('users.delete'), access.covers('users.delete', 'a')]).toEqual([[], false])
  })
})

describe('a ceiling', () => {
  const roles = [
    { name: 'a', title: 'A', rights: ['users.create'], scope: 'all', ceiling: { permissions: ['P'] } },
    { name: 'b', title: 'B', rights: ['users.delete'], scope: 'all', ceiling: 'all' },
    { name: 'c', title: 'C', rights: ['users.create'], scope: 'all', ceiling: { securityProfiles: ['Q'] } },
  ]
  const ceilingOf = (...names: string[]) => {
    const person = accessOf(configured(roles), { roles: names, places: [], username: null })
    return instanceAccessOf(person, 'acme', tree).ceiling('users.create')
  }

  it('is that of the roles that give the right', () => {
    expect(ceilingOf('a', 'b')).toEqual({ permissions: new Set(['P']), securityProfiles: new Set() })
    expect(ceilingOf('a', 'c')).toEqual({ permissions: new Set(['P']), securityProfiles: new Set(['Q']) })
    expect(ceilingOf('b')).toEqual({ permissions: new Set(), securityProfiles: new Set() })
  })
})

describe('access that is kept', () => {
  const roles = ['supervisor']
  const places = ['acme:b']
  const username = 'ada'

  it('is the same object for the same claims by the same rules, and the same on an instance as long as its groups are', () => {
    const kept = new KeptAccess()
    const first = kept.of(defaultAccess, 'ada', { roles, places, username })
    expect(kept.of(defaultAccess, 'ada', { roles, places, username })).toBe(first)
    expect(instanceAccessOf(first, 'acme', tree)).toBe(instanceAccessOf(first, 'acme', tree))
    expect(instanceAccessOf(first, 'acme', tree).scope('users.read')).toEqual(['b'])
    // The same person elsewhere, and where the groups were read again and `b` is gone.
    expect(instanceAccessOf(first, 'other', tree).scope('users.read')).toEqual([])
    const without = groupTreeOf(new Map([group('a')]))
    expect(instanceAccessOf(first, 'acme', without).scope('users.read')).toEqual([])
  })

  it.each([
    [
      'other rules',
      { config: configured([{ name: 'supervisor', title: 'S', rights: ['hierarchy.read'], scope: 'all' }]) },
    ],
    ['another role', { roles: ['auditor'] }],
    ['another place', { places: ['acme:x'] }],
    ['another user name', { username: 'eve' }],
    ['another person with fewer claims', { personId: 'eve', places: [] as string[] }],
  ])('is found anew with %s', (_what, other) => {
    const kept = new KeptAccess()
    kept.of(defaultAccess, 'ada', { roles, places, username })
    const { config, personId, ...claims } = {
      config: defaultAccess,
      personId: 'ada',
      roles,
      places,
      username,
      ...other,
    }
    expect(kept.of(config, personId, claims)).toEqual(accessOf(config, claims))
  })
})
