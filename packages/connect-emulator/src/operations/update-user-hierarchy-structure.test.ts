import {
  DescribeUserHierarchyStructureCommand,
  type HierarchyStructureUpdate,
  UpdateUserHierarchyStructureCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

function update({ client, instanceId: InstanceId }: TestWorld, HierarchyStructure: HierarchyStructureUpdate) {
  return client.send(new UpdateUserHierarchyStructureCommand({ InstanceId, HierarchyStructure }))
}

async function read({ client, instanceId: InstanceId }: TestWorld) {
  return (await client.send(new DescribeUserHierarchyStructureCommand({ InstanceId }))).HierarchyStructure ?? {}
}

test('sets, renames and removes levels; ids survive a rename, what is left out goes (HIER-03, HIER-06)', async () => {
  const world = await startWorld()
  await update(world, { LevelOne: { Name: 'Region' }, LevelTwo: { Name: 'Site' }, LevelThree: { Name: 'Team' } })
  const before = await read(world)
  await update(world, { LevelOne: { Name: 'Country' }, LevelTwo: { Name: 'Site' } })
  const after = await read(world)
  expect(Object.keys(after)).toEqual(['LevelOne', 'LevelTwo'])
  expect(after.LevelOne).toMatchObject({ Name: 'Country', Id: before.LevelOne?.Id })
  expect(after.LevelTwo).toEqual(before.LevelTwo)
})

test('an empty structure removes all levels (HIER-04)', async () => {
  const world = await startWorld()
  await update(world, { LevelOne: { Name: 'Region' } })
  await update(world, {})
  expect(await read(world)).toEqual({})
})

test('null counts as left out (WIRE-07)', async () => {
  const world = await startWorld()
  await update(world, { LevelOne: { Name: 'Region' }, LevelTwo: undefined })
  expect(Object.keys(await read(world))).toEqual(['LevelOne'])
})

test('a level that has groups cannot go, one without can (HIER-05)', async () => {
  const world = await startWorld({ hierarchyGroups: 3 })
  const three = { LevelOne: { Name: 'Region' }, LevelTwo: { Name: 'Country' }, LevelThree: { Name: 'Site' } }
  const { LevelThree } = await read(world)
  await expect(update(world, { LevelOne: three.LevelOne, LevelTwo: three.LevelTwo })).rejects.toMatchObject({
    ...awsError('ResourceInUseException', 409),
    ResourceType: 'HIERARCHY_LEVEL',
    ResourceId: LevelThree?.Id,
  })
  expect(await outcomeOf(update(world, three))).toBe('ok')
  expect(Object.keys(await read(world))).toHaveLength(3)
})

test.each<[string, HierarchyStructureUpdate, string]>([
  ['a gap (HIER-06)', { LevelOne: { Name: 'a' }, LevelThree: { Name: 'c' } }, 'InvalidRequestException'],
  ['no first level (HIER-06)', { LevelTwo: { Name: 'b' } }, 'InvalidRequestException'],
  ['a level without name (HIER-03)', { LevelOne: { Name: undefined } }, 'InvalidParameterException'],
  ['a name of 51 characters (HIER-03)', { LevelOne: { Name: 'n'.repeat(51) } }, 'InvalidParameterException'],
  ['one name twice', { LevelOne: { Name: 'a' }, LevelTwo: { Name: 'a' } }, 'InvalidParameterException'],
])('refuses %s', async (_name, structure, error) => {
  const world = await startWorld()
  expect(await outcomeOf(update(world, structure))).toBe(error)
  expect(await read(world)).toEqual({})
})
