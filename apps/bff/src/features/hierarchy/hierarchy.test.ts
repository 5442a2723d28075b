import { describe, expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'
import { parentsFirst } from './hierarchy-answer.ts'

describe('read', () => {
  test('levels, groups with their people, parents first', async () => {
    await using world = await openConsole({ spec: { hierarchyGroups: 180, users: 400 } })
    const auditor = await world.signIn('auditor')
    const { status, body } = await auditor.get(`${world.base}/hierarchy`)
    expect(status).toBe(200)
    expect(body.levels.map(({ number, name }) => `${number} ${name}`)).toEqual([
      '1 Region',
      '2 Country',
      '3 Site',
      '4 Department',
      '5 Team',
    ])
    expect(body.groups).toHaveLength(180)
    const seen = new Set<string | null>([null])
    for (const { id, parentId } of body.groups) {
      expect(seen).toContain(parentId)
      seen.add(id)
    }

    const { body: people } = await auditor.get(`${world.base}/users?pageSize=500`)
    for (const { id, people: counted } of body.groups) {
      const direct = people.items.filter(({ hierarchyGroup }) => hierarchyGroup?.id === id)
      const below = people.items.filter(({ hierarchyGroup }) => hierarchyGroup?.path.some((step) => step.id === id))
      expect(counted).toEqual({ direct: direct.length, withChildren: below.length })
    }
    const without = people.items.filter(({ hierarchyGroup }) => hierarchyGroup === null).length
    expect(body.people).toEqual({ total: 400, withoutGroup: without })
    expect(without).toBeGreaterThan(0)
  })

  test('its version moves with groups, not with people', async () => {
    await using world = await openConsole({ spec: { hierarchyGroups: 20, users: 12 } })
    const administrator = await world.signIn('administrator')
    const { body: before } = await administrator.get(`${world.base}/hierarchy`)
    const { body: list } = await administrator.get(`${world.base}/users`)
    const person = list.items.find(({ hierarchyGroup }) => hierarchyGroup !== null)
    const { version } = (await administrator.get(`${world.base}/users/${person?.id}`)).body
    await administrator.put(`${world.base}/users/${person?.id}/hierarchy-group`, { hierarchyGroupId: null, version })
    const { body: after } = await administrator.get(`${world.base}/hierarchy`)
    expect(after.version).toBe(before.version)
    expect(after.people.withoutGroup).toBe(before.people.withoutGroup + 1)
  })

  test('an instance without a hierarchy has an empty one', async () => {
    await using world = await openConsole({ spec: { hierarchyGroups: 0, users: 2 } })
    const auditor = await world.signIn('auditor')
    const { body } = await auditor.get(`${world.base}/hierarchy`)
    expect(body).toMatchObject({ levels: [], groups: [], people: { total: 2, withoutGroup: 2 } })
  })

  test('is an error where the groups cannot be read to the end', async () => {
    await using world = await openConsole({ spec: { hierarchyGroups: 150 }, hits: [false, true] })
    const auditor = await world.signIn('auditor')
    world.emulator.setFault({ operation: 'SearchUserHierarchyGroups', error: 'InvalidRequestException', rate: 0.5 })
    expect((await auditor.get(`${world.base}/hierarchy`)).status).toBe(422)
  })
})

test('a group whose parent is not there stands at the top, and is not lost', () => {
  const group = (id: string, name: string, parentId: string | null) => ({ id, name, parentId, levelId: 'l', path: [] })
  const groups = [
    group('c', 'Claims', 'gone'),
    group('b', 'Berlin', 'a'),
    group('d', 'Aachen', 'a'),
    group('a', 'Ä', null),
  ]
  expect(parentsFirst(groups).map(({ id }) => id)).toEqual(['a', 'd', 'b', 'c'])
})
