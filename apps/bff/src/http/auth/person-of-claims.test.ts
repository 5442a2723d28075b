import { describe, expect, it } from 'vitest'
import { defaultAccess } from '../../access/access-config.ts'
import { hasPersonClaims, personOfClaims } from './person-of-claims.ts'

describe('personOfClaims', () => {
  it.each([
    ['an array', { roles: ['auditor', 'helpdesk'] }, 'roles'],
    ['one text', { roles: 'helpdesk, auditor' }, 'roles'],
    ['a claim inside of another', { realm_access: { roles: ['helpdesk', 'auditor'] } }, 'realm_access.roles'],
    [
      'a claim with dots in its name',
      { 'https://x.example/roles': ['auditor', 'helpdesk'] },
      'https://x.example/roles',
    ],
  ])('reads the roles from %s', (_how, claims, roleClaim) => {
    expect(personOfClaims({ sub: 'p1', name: 'Priya', ...claims }, roleClaim, defaultAccess).roles).toEqual([
      'helpdesk',
      'auditor',
    ])
  })

  it.each([undefined, null, 7, { auditor: true }, [], ['root', '__proto__', 7], 'Auditor'])(
    'finds no role in %j',
    (roles) => {
      expect(personOfClaims({ sub: 'p1', roles }, 'roles', defaultAccess).roles).toEqual([])
    },
  )

  it('does not reach into what every object has', () => {
    expect(personOfClaims({ sub: 'p1' }, 'constructor.name', defaultAccess).roles).toEqual([])
    expect(hasPersonClaims({ name: 'Priya' }, '__proto__.toString', defaultAccess)).toBe(false)
  })

  it.each([
    [{ name: 'Priya Raman', preferred_username: 'priya', email: 'p@x.example' }, 'Priya Raman'],
    [{ name: '', preferred_username: 'priya', email: 'p@x.example' }, 'priya'],
    [{ email: 'p@x.example' }, 'p@x.example'],
    [{}, 'p1'],
  ])('calls the person by the best name there is: %j', (claims, name) => {
    expect(personOfClaims({ sub: 'p1', ...claims }, 'roles', defaultAccess)).toMatchObject({ id: 'p1', name })
  })
})
