import { DescribeUserCommand, SearchUsersCommand, type SearchUsersCommandInput } from '@aws-sdk/client-connect'
import { beforeEach, describe, expect, test } from 'vitest'
import { awsError, createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

function search(world: TestWorld, input: Omit<SearchUsersCommandInput, 'InstanceId'> = {}) {
  return world.client.send(new SearchUsersCommand({ InstanceId: world.instanceId, ...input }))
}

async function names(
  world: TestWorld,
  input: Omit<SearchUsersCommandInput, 'InstanceId'>,
): Promise<(string | undefined)[]> {
  return ((await search(world, input)).Users ?? []).map((user) => user.Username)
}

function byString(FieldName: string, Value: string, ComparisonType: 'EXACT' | 'CONTAINS' | 'STARTS_WITH') {
  return { SearchCriteria: { StringCondition: { FieldName, Value, ComparisonType } } }
}

const person = (FirstName: string, LastName: string) => ({
  IdentityInfo: { FirstName, LastName, Email: 'x@y.example' },
})

test('rows: names only, after-contact work in milliseconds while DescribeUser says seconds (PHONE-01, PHONE-02, USR-23)', async () => {
  const world = await startWorld()
  const Id = await createPerson(world, {
    Username: 'ada',
    ...person('Ada', 'Lovelace'),
    PhoneConfig: { AfterContactWorkTimeLimit: 90 },
  })
  const { Users } = await search(world)
  expect(Users).toHaveLength(1)
  expect(Users?.[0]).toMatchObject({ Id, Username: 'ada', IdentityInfo: { FirstName: 'Ada', LastName: 'Lovelace' } })
  expect(Users?.[0]?.IdentityInfo).not.toHaveProperty('Email')
  expect(Users?.[0]).not.toHaveProperty('LastModifiedTime')
  expect(Users?.[0]?.PhoneConfig?.AfterContactWorkTimeLimit).toBe(90_000)
  expect(Users?.[0]?.AfterContactWorkConfigs?.[3]).toEqual({
    Channel: 'EMAIL',
    AfterContactWorkConfig: { AfterContactWorkTimeLimit: 90_000 },
  })
  const { User } = await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId: Id }))
  expect(User?.PhoneConfig?.AfterContactWorkTimeLimit).toBe(90)
})

describe('criteria', () => {
  let world: TestWorld
  let ids: Record<string, string>

  beforeEach(async () => {
    world = await startWorld({ routingProfiles: 2 })
    ids = {
      ada: await createPerson(world, { Username: 'ada', ...person('Ada', 'Lovelace') }),
      grace: await createPerson(world, {
        Username: 'grace',
        ...person('Grace', 'Hopper'),
        SecurityProfileIds: [world.profiles.Admin ?? ''],
      }),
      ADA: await createPerson(world, { Username: 'ADA', ...person('Adélaïde', 'Ngo') }),
    }
  })

  test.each([
    ['Username', 'ad', 'STARTS_WITH', ['ada', 'ADA']],
    ['Username', 'ada', 'EXACT', ['ada']],
    ['FirstName', 'RAC', 'CONTAINS', ['grace']],
    ['LastName', 'love', 'STARTS_WITH', ['ada']],
    ['LastName', 'nobody', 'EXACT', []],
  ] as const)('%s, %s, %s (SRCH-01, SRCH-11)', async (field, value, comparison, expected) => {
    expect(await names(world, byString(field, value, comparison))).toEqual(expected)
  })

  test('by the ids a person refers to, and by resourceId (SRCH-01)', async () => {
    expect(await names(world, byString('SecurityProfileId', world.profiles.Admin ?? '', 'EXACT'))).toEqual(['grace'])
    expect(await names(world, byString('RoutingProfileId', world.routingProfileId, 'EXACT'))).toHaveLength(3)
    expect(await names(world, byString('resourceId', ids.ada ?? '', 'EXACT'))).toEqual(['ada'])
  })

  test.each(['username', 'ResourceId', 'Email', 'constructor'])(
    'refuses the unknown field %s (SRCH-10)',
    async (field) => {
      await expect(search(world, byString(field, 'ada', 'EXACT'))).rejects.toMatchObject(
        awsError('InvalidParameterException', 400),
      )
    },
  )

  test.each([
    [1, 'InvalidParameterException'],
    [2, 'ok'],
    [25, 'ok'],
    [26, 'InvalidParameterException'],
  ])('a contains-query of %i characters: %s (SRCH-02)', async (length, expected) => {
    const call = search(world, byString('Username', '😀'.repeat(length), 'CONTAINS'))
    expect(await outcomeOf(call)).toBe(expected)
  })

  test('Or and And nest (SRCH-04)', async () => {
    const leaf = (FieldName: string, Value: string) => ({
      StringCondition: { FieldName, Value, ComparisonType: 'EXACT' as const },
    })
    const SearchCriteria = {
      AndConditions: [
        { OrConditions: [leaf('Username', 'ada'), leaf('Username', 'grace')] },
        { OrConditions: [leaf('LastName', 'Hopper'), leaf('LastName', 'Ngo')] },
      ],
    }
    expect(await names(world, { SearchCriteria })).toEqual(['grace'])
  })

  test('refuses one criteria object with a condition and a list (SRCH-05)', async () => {
    const mixed = { ...byString('Username', 'ada', 'EXACT').SearchCriteria, OrConditions: [] }
    await expect(search(world, { SearchCriteria: mixed })).rejects.toMatchObject(
      awsError('InvalidParameterException', 400),
    )
  })
})

describe('filters', () => {
  let world: TestWorld

  beforeEach(async () => {
    world = await startWorld()
    await createPerson(world, { Username: 'lisbon', Tags: { Site: 'Lisbon', Shift: 'late' } })
    await createPerson(world, { Username: 'osaka', Tags: { Site: 'Osaka', Shift: 'late' } })
    await createPerson(world, { Username: 'untagged' })
  })

  test('tag filter: one condition, And, Or of Ands (SRCH-07)', async () => {
    const lisbon = { TagKey: 'Site', TagValue: 'Lisbon' }
    const late = { TagKey: 'Shift', TagValue: 'late' }
    const osaka = { TagKey: 'Site', TagValue: 'Osaka' }
    const filtered = (TagFilter: object) => names(world, { SearchFilter: { TagFilter } })
    expect(await filtered({ TagCondition: lisbon })).toEqual(['lisbon'])
    expect(await filtered({ TagCondition: { TagKey: 'Site' } })).toEqual(['lisbon', 'osaka'])
    expect(await filtered({ AndConditions: [lisbon, late] })).toEqual(['lisbon'])
    expect(await filtered({ AndConditions: [lisbon, osaka] })).toEqual([])
    expect(await filtered({ OrConditions: [[lisbon, late], [osaka]] })).toEqual(['lisbon', 'osaka'])
  })

  test('tag filter and attribute filter together are refused (SRCH-06)', async () => {
    const TagCondition = { TagKey: 'Site' }
    const SearchFilter = { TagFilter: { TagCondition }, UserAttributeFilter: { TagCondition } }
    await expect(search(world, { SearchFilter })).rejects.toMatchObject(awsError('AccessDeniedException', 403))
  })

  test('only one field of an attribute filter may be there (SRCH-06)', async () => {
    const TagCondition = { TagKey: 'Site' }
    const UserAttributeFilter = { TagCondition, AndCondition: { TagConditions: [TagCondition] } }
    await expect(search(world, { SearchFilter: { UserAttributeFilter } })).rejects.toMatchObject(
      awsError('InvalidParameterException', 400),
    )
  })

  test('attribute filter: at most 25 tag and 20 hierarchy group conditions (SRCH-07)', async () => {
    const filtered = (UserAttributeFilter: object) => search(world, { SearchFilter: { UserAttributeFilter } })
    const tags = (count: number) => ({
      AndCondition: { TagConditions: Array.from({ length: count }, () => ({ TagKey: 'Site' })) },
    })
    const groups = (count: number) => ({
      OrConditions: Array.from({ length: count }, () => ({ HierarchyGroupCondition: { Value: 'g' } })),
    })
    await expect(filtered(tags(25))).resolves.toMatchObject({ ApproximateTotalCount: 2 })
    await expect(filtered(tags(26))).rejects.toMatchObject(awsError('InvalidParameterException', 400))
    await expect(filtered(groups(20))).resolves.toMatchObject({ ApproximateTotalCount: 0 })
    await expect(filtered(groups(21))).rejects.toMatchObject(awsError('InvalidParameterException', 400))
  })
})

test('by hierarchy group, alone or with all groups below (SRCH-03)', async () => {
  const world = await startWorld({ hierarchyGroups: 5, users: 40 })
  const everybody = (await search(world, { MaxResults: 500 })).Users ?? []
  const grouped = everybody.filter((user) => user.HierarchyGroupId !== undefined)
  const group = { Value: grouped[0]?.HierarchyGroupId }
  const exact = await search(world, {
    SearchCriteria: { HierarchyGroupCondition: { ...group, HierarchyGroupMatchType: 'EXACT' } },
  })
  expect(exact.Users?.map((user) => user.Id)).toEqual(
    grouped.filter((user) => user.HierarchyGroupId === group.Value).map((user) => user.Id),
  )
  // With five groups in five levels the tree is one chain: everybody with a group is below the first group.
  const filtered = await Promise.all(
    [...new Set(grouped.map((user) => user.HierarchyGroupId))].map((Value) =>
      search(world, {
        SearchFilter: {
          UserAttributeFilter: { HierarchyGroupCondition: { Value, HierarchyGroupMatchType: 'WITH_CHILD_GROUPS' } },
        },
      }),
    ),
  )
  expect(Math.max(...filtered.map((found) => found.ApproximateTotalCount ?? 0))).toBe(grouped.length)
})

test('counts all matches, not the page, in a stable order (CONS-08)', async () => {
  const world = await startWorld({ users: 30 })
  const first = await search(world, { MaxResults: 12 })
  expect(first.Users).toHaveLength(12)
  expect(first.ApproximateTotalCount).toBe(30)
  const again = await search(world, { MaxResults: 12 })
  expect(again.Users).toEqual(first.Users)
})

test('a token is good for its own query only (CONS-05, CONS-07)', async () => {
  const world = await startWorld({ users: 30 })
  const { NextToken } = await search(world, { MaxResults: 12 })
  await expect(search(world, { MaxResults: 12, NextToken })).resolves.toMatchObject({ ApproximateTotalCount: 30 })
  const otherQuery = { MaxResults: 12, NextToken, ...byString('Username', 'ada', 'EXACT') }
  await expect(search(world, otherQuery)).rejects.toMatchObject(awsError('InvalidToken', 400))
  await expect(search(world, { MaxResults: 11, NextToken })).rejects.toMatchObject(awsError('InvalidToken', 400))
})

test('an unknown instance is not found', async () => {
  const { client } = await startWorld()
  await expect(client.send(new SearchUsersCommand({ InstanceId: 'nowhere' }))).rejects.toMatchObject(
    awsError('ResourceNotFoundException', 404),
  )
})
