import { describe, expect, it } from 'vitest'
import { effectOf, type HeldProfile } from './profile-set.ts'

function profile(name: string, permissions: string[], rest: Partial<HeldProfile> = {}): HeldProfile {
  return {
    id: name,
    name,
    permissions,
    allowedAccessControlTags: {},
    tagRestrictedResources: [],
    hierarchyRestrictedResources: [],
    allowedAccessControlHierarchyGroupId: null,
    ...rest,
  }
}

const teamBlue = { allowedAccessControlTags: { team: 'blue' }, tagRestrictedResources: ['User'] }
const teamRed = { allowedAccessControlTags: { team: 'red' }, tagRestrictedResources: ['User'] }
const blue = profile('Blue', ['Users.View', 'Users.Edit', 'Queues.View'], teamBlue)
const open = profile('Open', ['Users.View', 'Queues.View'])

describe('permissions of several profiles', () => {
  it('add up, so that what another profile grants too is neither gained nor lost (SP-13)', () => {
    const effect = effectOf([profile('A', ['a', 'b'])], [profile('B', ['b', 'c'])])
    expect([effect.gained, effect.lost]).toEqual([['c'], ['a']])
    expect(effectOf([profile('A', ['a'])], [profile('A', ['a']), profile('B', ['a'])])).toEqual({
      gained: [],
      lost: [],
      widened: [],
      alreadyWide: [],
    })
  })
})

describe('a restriction beside another profile', () => {
  it('is taken away for what the unrestricted one grants too, and for nothing else (TBAC-04)', () => {
    expect(effectOf([blue], [blue, open]).widened).toEqual([
      {
        restricted: 'Blue',
        widenedBy: 'Open',
        resource: 'User',
        permissions: ['Users.View'],
        isUnrestricted: true,
      },
    ])
  })

  it('stays where the other one grants nothing on that resource', () => {
    expect(effectOf([blue], [blue, profile('Queues', ['Queues.View'])]).widened).toEqual([])
  })

  it('is widened by another restriction, both ways, since either reaches (TBAC-02)', () => {
    const red = profile('Red', ['Users.View'], teamRed)
    const { widened } = effectOf([blue], [blue, red])
    expect(widened.map(({ restricted, widenedBy, isUnrestricted }) => [restricted, widenedBy, isUnrestricted])).toEqual(
      [
        ['Blue', 'Red', false],
        ['Red', 'Blue', false],
      ],
    )
  })

  it('is the same restriction whatever the order of its tags', () => {
    const both = (tags: Record<string, string>, name: string) =>
      profile(name, ['Users.View'], { allowedAccessControlTags: tags, tagRestrictedResources: ['User'] })
    const one = both({ team: 'blue', site: 'oslo' }, 'One')
    expect(effectOf([one], [one, both({ site: 'oslo', team: 'blue' }, 'Two')]).widened).toEqual([])
  })

  it('is not widened by a narrower one: all tags of a profile have to match (TBAC-02, HBAC-02)', () => {
    const narrow = profile('Narrow', ['Users.View'], {
      allowedAccessControlTags: { team: 'blue', site: 'oslo' },
      tagRestrictedResources: ['User'],
      hierarchyRestrictedResources: ['User'],
    })
    const { widened } = effectOf([narrow], [narrow, blue])
    expect(widened.map(({ restricted, widenedBy }) => [restricted, widenedBy])).toEqual([['Narrow', 'Blue']])
  })

  it('counts by hierarchy too, the person’s own or a named group (HBAC-01)', () => {
    const own = profile('Own', ['Users.Edit'], { hierarchyRestrictedResources: ['User'] })
    const emea = profile('EMEA', ['Users.Edit'], {
      hierarchyRestrictedResources: ['User'],
      allowedAccessControlHierarchyGroupId: 'g1',
    })
    expect(effectOf([own], [own, emea]).widened).toHaveLength(2)
    expect(effectOf([own], [own, { ...own, id: 'again', name: 'Again' }]).widened).toEqual([])
  })

  it('without a tag to match is no restriction', () => {
    const named = profile('Named', ['Users.View'], { tagRestrictedResources: ['User'] })
    expect(effectOf([], [named, open]).widened).toEqual([])
  })

  it('that did not hold before either is told apart from a new one', () => {
    const effect = effectOf([blue, open], [blue, open, profile('Other', ['x'])])
    expect(effect.widened).toEqual([])
    expect(effect.alreadyWide).toHaveLength(1)
  })

  it('holds again once the wide profile is taken away', () => {
    expect(effectOf([blue, open], [blue])).toMatchObject({ widened: [], alreadyWide: [] })
  })
})
