import {
  DescribeUserCommand,
  type HierarchyGroup,
  paginateListUsers,
  paginateSearchUserHierarchyGroups,
  paginateSearchUsers,
  type UserSearchSummary,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { requireIdentity, requireUsername } from '../rules/user-identity.ts'
import { awsError, outcomeOf, createPerson, startWorld, type TestWorld } from '../testing/test-world.ts'

const MERIDIAN = {
  alias: 'meridian',
  seed: 1,
  users: 1200,
  hierarchyGroups: 180,
  securityProfiles: 24,
  routingProfiles: 14,
}

async function everybody({ client, instanceId: InstanceId }: TestWorld): Promise<UserSearchSummary[]> {
  const users: UserSearchSummary[] = []
  for await (const page of paginateSearchUsers({ client, pageSize: 500 }, { InstanceId }))
    users.push(...(page.Users ?? []))
  return users
}

async function allGroups({ client, instanceId: InstanceId }: TestWorld): Promise<HierarchyGroup[]> {
  const groups: HierarchyGroup[] = []
  for await (const page of paginateSearchUserHierarchyGroups({ client, pageSize: 100 }, { InstanceId })) {
    groups.push(...(page.UserHierarchyGroups ?? []))
  }
  return groups
}

const depth = (group: HierarchyGroup) => Object.keys(group.HierarchyPath ?? {}).length

test('the same alias and seed give the same data, ids and ARNs included; another seed does not', async () => {
  const [one, two] = [await startWorld(MERIDIAN), await startWorld(MERIDIAN)]
  const other = await startWorld({ ...MERIDIAN, seed: 2 })
  expect(two.arn).toBe(one.arn)
  expect(await everybody(two)).toEqual(await everybody(one))
  expect(await allGroups(two)).toEqual(await allGroups(one))
  expect(other.arn).not.toBe(one.arn)
})

test('without an alias the ids differ and the people are the same', async () => {
  const [one, two] = [await startWorld({ users: 50, seed: 3 }), await startWorld({ users: 50, seed: 3 })]
  const names = async (world: TestWorld) => (await everybody(world)).map((user) => [user.Username, user.PhoneConfig])
  expect(await names(two)).toEqual(await names(one))
  expect((await everybody(two))[0]?.Id).not.toBe((await everybody(one))[0]?.Id)
})

test('1,200 people with the awkward cases among them', async () => {
  const world = await startWorld(MERIDIAN)
  const people = await everybody(world)
  expect(people).toHaveLength(1200)
  expect(new Set(people.map((user) => user.Username)).size).toBe(1200)
  const names = people.map((user) => `${user.IdentityInfo?.FirstName} ${user.IdentityInfo?.LastName}`).join('\n')
  for (const script of [
    'Latin',
    'Cyrillic',
    'Greek',
    'Arabic',
    'Hebrew',
    'Devanagari',
    'Thai',
    'Han',
    'Hiragana',
    'Hangul',
  ]) {
    expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
  }
  expect(Math.max(...people.map((user) => user.IdentityInfo?.FirstName?.length ?? 0))).toBeGreaterThan(240)
  expect(people.some((user) => user.SecurityProfileIds?.length === 10)).toBe(true)
  expect(people.some((user) => user.HierarchyGroupId === undefined)).toBe(true)
  expect(people.some((user) => user.PhoneConfig?.PhoneType === 'DESK_PHONE' && user.PhoneConfig.DeskPhoneNumber)).toBe(
    true,
  )
  expect(people.some((user) => Object.keys(user.Tags ?? {}).length > 0)).toBe(true)
  const drifted = people.filter(
    (user) =>
      new Set(user.AfterContactWorkConfigs?.map((c) => c.AfterContactWorkConfig?.AfterContactWorkTimeLimit)).size > 1,
  )
  expect(drifted.length).toBeGreaterThan(20)
})

test('every seeded person is one that CreateUser would take', async () => {
  const world = await startWorld({ ...MERIDIAN, users: 300 })
  for await (const page of paginateListUsers({ client: world.client }, { InstanceId: world.instanceId })) {
    for (const { Id } of page.UserSummaryList ?? []) {
      const { User } = await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId: Id }))
      requireUsername('CONNECT_MANAGED', User?.Username ?? '')
      requireIdentity('CONNECT_MANAGED', User?.IdentityInfo ?? {})
      expect(User?.IdentityInfo?.FirstName?.length).toBeLessThanOrEqual(255)
      expect(User?.IdentityInfo?.Mobile ?? '+491').toMatch(/^\+[1-9]\d{1,14}$/)
      expect(User?.SecurityProfileIds?.length).toBeGreaterThan(0)
    }
  }
})

test('180 groups in five levels: each below a parent one level up, equal names under different parents, none among siblings', async () => {
  const groups = await allGroups(await startWorld(MERIDIAN))
  expect(groups).toHaveLength(180)
  expect(new Set(groups.map(depth))).toEqual(new Set([1, 2, 3, 4, 5]))
  const paths = groups.map((group) =>
    Object.values(group.HierarchyPath ?? {})
      .map((part) => part.Name)
      .join(' / '),
  )
  expect(new Set(groups.map((group) => group.Name)).size).toBeLessThan(150)
  expect(new Set(paths).size).toBe(180)
})

test.each([1, 3, 5, 6, 17, 500])('%i groups are exactly so many', async (hierarchyGroups) => {
  const groups = await allGroups(await startWorld({ hierarchyGroups }))
  expect(groups).toHaveLength(hierarchyGroups)
  expect(new Set(groups.map(depth)).size).toBe(Math.min(hierarchyGroups, 5))
})

test('quotas are AWS’s defaults, or twice the seeded number, or as told; one more is LimitExceededException (ERR-01)', async () => {
  const full = await startWorld({ users: 1, quotas: { users: 2 } })
  expect(await outcomeOf(createPerson(full))).toBe('ok')
  await expect(createPerson(full)).rejects.toMatchObject(awsError('LimitExceededException', 429))
  const big = await startWorld({ users: 600 })
  expect(await outcomeOf(createPerson(big))).toBe('ok')
  const usual = await startWorld({ users: 200, quotas: { users: 200 } })
  expect(await outcomeOf(createPerson(usual))).toBe('LimitExceededException')
})

test('an alias is used once', async () => {
  const { emulator } = await startWorld({ alias: 'owls' })
  await expect(emulator.createInstance({ alias: 'owls' })).rejects.toThrow(
    'An instance with the alias owls already exists',
  )
})
