import type { SecurityProfileRow } from '@patchbay/contract'
import { describe, expect, it } from 'vitest'
import { profileRows } from './profile-rows.ts'

function row(name: string, more: Partial<SecurityProfileRow> = {}): SecurityProfileRow {
  return { id: `id-${name}`, name, description: '', tags: {}, people: 0, lastModifiedAt: null, pending: false, ...more }
}

const all = [
  row('Team 10', { people: 3, lastModifiedAt: '2026-01-02T00:00:00Z' }),
  row('Admin', { people: 3, description: 'Everything', tags: { team: 'IT' } }),
  row('team 9', { people: 40, lastModifiedAt: '2026-03-01T00:00:00Z' }),
]
const names = (search: Parameters<typeof profileRows>[1]) => profileRows(all, search).map((one) => one.name)

describe('profileRows', () => {
  it('sorts by name as people do, whatever the case', () => {
    expect(names({})).toEqual(['Admin', 'team 9', 'Team 10'])
    expect(names({ order: 'desc' })).toEqual(['Team 10', 'team 9', 'Admin'])
  })

  it('sorts by number, equal ones by name', () => {
    expect(names({ sort: 'people' })).toEqual(['Admin', 'Team 10', 'team 9'])
    expect(names({ sort: 'people', order: 'desc' })).toEqual(['team 9', 'Admin', 'Team 10'])
  })

  it('sorts by time, without a time first', () => {
    expect(names({ sort: 'lastModifiedAt' })).toEqual(['Admin', 'Team 10', 'team 9'])
  })

  it('finds by name, description, tag and id, all words together', () => {
    expect(names({ text: 'TEAM' })).toEqual(['Admin', 'team 9', 'Team 10'])
    expect(names({ text: 'team = it' })).toEqual(['Admin'])
    expect(names({ text: 'everything adm' })).toEqual(['Admin'])
    expect(names({ text: 'id-team 9' })).toEqual(['team 9'])
    expect(names({ text: 'nobody' })).toEqual([])
  })
})
