import {
  type HierarchyGroup,
  paginateSearchUserHierarchyGroups,
  SearchUserHierarchyGroupsCommand,
  type SearchUserHierarchyGroupsCommandInput,
  TagResourceCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld, type TestWorld } from '../testing/test-world.ts'

async function search(world: TestWorld, input: Omit<SearchUserHierarchyGroupsCommandInput, 'InstanceId'> = {}) {
  return world.client.send(new SearchUserHierarchyGroupsCommand({ InstanceId: world.instanceId, ...input }))
}

function by(FieldName: string, Value: string | undefined) {
  return { SearchCriteria: { StringCondition: { FieldName, Value, ComparisonType: 'EXACT' as const } } }
}

const parentOf = ({ HierarchyPath = {} }: HierarchyGroup) => Object.values(HierarchyPath).at(-2)?.Id

test('by name, parent, level and id, spelt as this search spells them (SRCH-08, SRCH-10)', async () => {
  const world = await startWorld({ hierarchyGroups: 40 })
  const all: HierarchyGroup[] = []
  for await (const page of paginateSearchUserHierarchyGroups(
    { client: world.client, pageSize: 11 },
    { InstanceId: world.instanceId },
  )) {
    all.push(...(page.UserHierarchyGroups ?? []))
  }
  expect(all).toHaveLength(40)
  const sample = all.find((group) => parentOf(group) !== undefined)
  const expected = (matches: (group: HierarchyGroup) => boolean) => all.filter(matches)
  expect((await search(world, by('name', sample?.Name))).UserHierarchyGroups).toEqual(
    expected((group) => group.Name === sample?.Name),
  )
  expect((await search(world, by('levelId', sample?.LevelId))).UserHierarchyGroups).toEqual(
    expected((group) => group.LevelId === sample?.LevelId),
  )
  expect((await search(world, by('resourceID', sample?.Id))).UserHierarchyGroups).toEqual([sample])
  const parent = sample && parentOf(sample)
  expect((await search(world, by('parentId', parent))).UserHierarchyGroups).toEqual(
    expected((group) => parentOf(group) === parent),
  )
  await expect(search(world, by('resourceId', sample?.Id))).rejects.toMatchObject(
    awsError('InvalidParameterException', 400),
  )
})

test('attribute filter: And is singular here, Or a list of { TagConditions } (SRCH-07)', async () => {
  const world = await startWorld({ hierarchyGroups: 5 })
  const group = (await search(world)).UserHierarchyGroups?.[2]
  await world.client.send(new TagResourceCommand({ resourceArn: group?.Arn, tags: { Zone: 'north', Kind: 'pilot' } }))
  const filtered = async (AttributeFilter: object) =>
    (await search(world, { SearchFilter: { AttributeFilter } })).UserHierarchyGroups?.map((found) => found.Id)
  const zone = { TagKey: 'Zone', TagValue: 'north' }
  expect(await filtered({ TagCondition: zone })).toEqual([group?.Id])
  expect(await filtered({ AndCondition: { TagConditions: [zone, { TagKey: 'Kind', TagValue: 'other' }] } })).toEqual([])
  expect(
    await filtered({ OrConditions: [{ TagConditions: [{ TagKey: 'None' }] }, { TagConditions: [zone] }] }),
  ).toEqual([group?.Id])
  await expect(filtered({ TagCondition: zone, OrConditions: [] })).rejects.toMatchObject(
    awsError('InvalidParameterException', 400),
  )
})
