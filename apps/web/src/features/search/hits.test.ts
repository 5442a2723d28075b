import type { HierarchyGroup, SecurityProfileRow } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { groupHits, peopleHits, permissionHits, profileHits, SHOWN } from './hits.ts'

const id = '47896e34-5676-4656-a7ca-f3b1b482e8f5'
const arn = `arn:aws:connect:eu-west-2:111122223333:instance/aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb/x/${id}`

function profile(name: string, more: Partial<SecurityProfileRow> = {}): SecurityProfileRow {
  return { id: name, name, description: '', tags: {}, people: 0, lastModifiedAt: null, pending: false, ...more }
}

function group(name: string, parentId: string | null, groupId = name): HierarchyGroup {
  return { id: groupId, name, parentId, levelId: 'l', people: { direct: 0, withChildren: 0 } }
}

test('the first people, then the way to all of them in the list', () => {
  const people = [{ id: 'u-1', name: 'Ada Byron', username: 'ada', group: 'Night' }]
  expect(peopleHits('m', ' ad ', { people, total: 1204 })).toEqual({
    title: 'People',
    hits: [
      { href: '/m/people/u-1', name: 'Ada Byron', detail: 'ada · Night' },
      { href: '/m/people?search=ad', name: 'Show all 1,204' },
    ],
    total: 1204,
  })
  expect(peopleHits('m', 'ad', { people, total: 1 }).hits).toHaveLength(1)
  expect(peopleHits('m', 'ad', undefined).hits).toBeUndefined()
})

test('profiles by a word of their name or a pasted id', () => {
  const rows = [
    profile('Night desk'),
    profile('Admin', { id }),
    ...Array.from({ length: SHOWN + 1 }, (_, at) => profile(`Day ${at}`)),
  ]
  expect(profileHits('m', 'night', rows).hits?.map(({ name }) => name)).toEqual(['Night desk'])
  expect(profileHits('m', arn, rows).hits?.map(({ name }) => name)).toEqual(['Admin'])
  expect(profileHits('m', 'day', rows).hits).toHaveLength(SHOWN + 1)
  expect(profileHits('m', 'day', rows).hits?.at(-1)).toEqual({
    href: '/m/security-profiles?text=day',
    name: `Show all ${SHOWN + 1}`,
  })
})

test('groups with the path above them, by a pasted id too', () => {
  const hierarchy = {
    levels: [],
    groups: [group('Europe', null), group('Night', 'Europe', id)],
    people: { total: 0, withoutGroup: 0 },
    version: 'v',
    asOf: '2026-01-01T00:00:00Z',
    complete: true,
    refreshing: false,
    problem: null,
  }
  const hits = (typed: string) => groupHits('m', typed, hierarchy).hits?.map(({ name, detail }) => `${detail}: ${name}`)
  expect(hits('europe')).toEqual(['Top level: Europe', 'Europe: Night'])
  expect(hits(arn)).toEqual(['Europe: Night'])
})

test('permissions by the words of Connect’s page or by their API name lead to who grants them', () => {
  const [first] = permissionHits('m', 'users create').hits ?? []
  expect(first).toEqual({
    href: '/m/security-profiles?permission=Users.Create',
    name: 'Users: Create',
    detail: 'Users.Create',
  })
  expect(permissionHits('m', 'Users.Create').hits?.[0]).toEqual(first)
  expect(permissionHits('m', 'no such permission')).toMatchObject({ hits: [], total: 0 })
})
