import { describe, expect, it } from 'vitest'
import { collisionsBetween } from '../../forms/changes.ts'
import type { Choices } from '../../forms/choices.ts'
import { groupChoices, noGroup } from '../hierarchy/hierarchy.queries.ts'
import {
  accessNames,
  accessTexts,
  hierarchyGroupForm,
  routingProfileForm,
  securityProfilesForm,
  toAccessForm,
} from './access-form.ts'

const read = (items: Choices['items']): Choices => ({ items, hasFailed: false, retry: () => undefined })
const people = { direct: 0, withChildren: 0 }
const groups = [
  { id: 'asia', name: 'Asia', parentId: null, levelId: '1', people },
  { id: 'europe', name: 'Europe', parentId: null, levelId: '1', people },
  { id: 'asia-1', name: 'Team 1', parentId: 'asia', levelId: '2', people },
  { id: 'europe-1', name: 'Team 1', parentId: 'europe', levelId: '2', people },
]

describe('groups to choose from', () => {
  it('stand as in the tree, told apart by what is above them', () => {
    expect(groupChoices({ groups }, 'all').map(({ label, description }) => [label, description])).toEqual([
      ['In no group', undefined],
      ['Asia', undefined],
      ['Team 1', 'Asia'],
      ['Europe', undefined],
      ['Team 1', 'Europe'],
    ])
  })

  it('are those of one’s scope and all below, and none is no choice there', () => {
    const labelsIn = (...ids: string[]) => {
      const scope = ids.map((id) => ({ id, name: null, path: [] }))
      return groupChoices({ groups }, scope).map(({ value }) => value)
    }
    expect(labelsIn('asia')).toEqual(['asia', 'asia-1'])
    expect(labelsIn('europe-1', 'asia')).toEqual(['asia', 'asia-1', 'europe-1'])
    expect(labelsIn()).toEqual([])
  })

  it('are named with their path in before and after', () => {
    const { group } = accessNames(undefined, { groups: read(groupChoices({ groups }, 'all')) })
    expect([group('europe-1'), group('asia'), group(null)]).toEqual(['Europe / Team 1', 'Asia', 'In no group'])
  })
})

describe('what is sent', () => {
  it('is null for no group', () => {
    expect(hierarchyGroupForm.parse({ hierarchyGroupId: noGroup })).toEqual({ hierarchyGroupId: null })
    expect(hierarchyGroupForm.parse({ hierarchyGroupId: 'asia' })).toEqual({ hierarchyGroupId: 'asia' })
  })

  it.each([
    [0, false],
    [1, true],
    [10, true],
    [11, false],
  ])('judges %i security profiles (USR-14)', (count, good) => {
    const securityProfileIds = Array.from({ length: count }, (_, at) => `p${at}`)
    expect(securityProfilesForm.safeParse({ securityProfileIds }).success).toBe(good)
  })

  it('asks for a routing profile in words', () => {
    const parsed = routingProfileForm.safeParse({ routingProfileId: '' })
    expect(parsed.error?.issues[0]?.message).toBe('Choose a routing profile.')
  })
})

describe('a person without a place', () => {
  it('has a form all the same', () => {
    expect(toAccessForm({ routingProfile: null, hierarchyGroup: null, securityProfiles: [], tags: {} })).toEqual({
      routingProfileId: '',
      hierarchyGroupId: noGroup,
      securityProfileIds: [],
      tags: [],
    })
  })
})

it('security profiles in another order are no change, and no conflict; each that somebody else gave or took is one', () => {
  const { securityProfileIds } = accessTexts(accessNames(undefined, {}))
  const form = { schema: securityProfilesForm, fields: { securityProfileIds } }
  const values = (...ids: string[]) => ({ securityProfileIds: ids })
  expect(
    collisionsBetween(form, { base: values('a', 'b'), theirs: values('b', 'a'), mine: values('a', 'c') }),
  ).toHaveLength(0)
  const collisions = collisionsBetween(form, { base: values('a'), theirs: values('b'), mine: values('a', 'c') })
  expect(collisions).toMatchObject([
    { part: 'a', base: 'Held', theirs: 'Not held', mine: 'Held', isMineChanged: false },
    { part: 'b', base: 'Not held', theirs: 'Held', mine: 'Not held', isMineChanged: false },
  ])
})
