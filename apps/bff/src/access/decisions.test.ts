import { describe, expect, it } from 'vitest'
import { defaultAccess } from './access-config.ts'
import { beyondCeiling, isPrivileged, isSelf } from './decisions.ts'
import { accessOf } from './person-access.ts'

describe('a privileged profile', () => {
  const config = {
    ...defaultAccess,
    privileged: { securityProfiles: ['Admin', 'id-7'], permissions: ['Users.EditPermission'] },
  }
  it.each([
    ['named so, whatever it holds', { id: '1', name: 'Admin', permissions: [] }, true],
    ['named so by its id', { id: 'id-7', name: 'Other', permissions: [] }, true],
    [
      'with a permission that leads to all others',
      { id: '2', name: 'Copy', permissions: ['Users.EditPermission'] },
      true,
    ],
    ['neither', { id: '3', name: 'Admins', permissions: ['Users.Edit'] }, false],
  ])('is one %s', (_what, profile, verdict) => {
    expect(isPrivileged(config, profile)).toBe(verdict)
  })
})

it('names what is beyond a ceiling', () => {
  expect(beyondCeiling(new Set(['A']), ['A', 'B'])).toEqual(['B'])
  expect(beyondCeiling('all', ['A', 'B'])).toEqual([])
})

it('knows oneself by the user name in any case, and nobody where there is no user name', () => {
  const as = (username: string | null) => accessOf(defaultAccess, { roles: [], places: [], username })
  expect(isSelf(as('Own.Name'), { username: 'oWN.nAME' })).toBe(true)
  expect(isSelf(as('other'), { username: 'own.name' })).toBe(false)
  expect(isSelf(as(null), { username: '' })).toBe(false)
})
