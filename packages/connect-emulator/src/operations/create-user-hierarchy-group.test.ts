import {
  CreateUserHierarchyGroupCommand,
  type CreateUserHierarchyGroupCommandInput,
  DescribeUserHierarchyGroupCommand,
  DescribeUserHierarchyStructureCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

function create(world: TestWorld, input: Omit<CreateUserHierarchyGroupCommandInput, 'InstanceId'>) {
  return world.client.send(new CreateUserHierarchyGroupCommand({ InstanceId: world.instanceId, ...input }))
}

test('a chain of five: level one without parent, then each below its parent (HIER-07)', async () => {
  const world = await startWorld({ hierarchyGroups: 1 })
  const { client, instanceId: InstanceId } = world
  const { HierarchyStructure } = await client.send(new DescribeUserHierarchyStructureCommand({ InstanceId }))
  let ParentGroupId: string | undefined
  for (const level of ['LevelOne', 'LevelTwo', 'LevelThree', 'LevelFour', 'LevelFive'] as const) {
    const { HierarchyGroupId, HierarchyGroupArn } = await create(world, {
      Name: `At ${level}`,
      ParentGroupId,
      Tags: { at: level },
    })
    expect(HierarchyGroupArn).toBe(`${world.arn}/agent-group/${HierarchyGroupId}`)
    const { HierarchyGroup } = await client.send(
      new DescribeUserHierarchyGroupCommand({ InstanceId, HierarchyGroupId }),
    )
    expect(HierarchyGroup).toMatchObject({
      Name: `At ${level}`,
      LevelId: HierarchyStructure?.[level]?.Id,
      Tags: { at: level },
    })
    ParentGroupId = HierarchyGroupId
  }
  await expect(create(world, { Name: 'Too deep', ParentGroupId })).rejects.toMatchObject(
    awsError('InvalidRequestException', 400),
  )
})

test('without levels there is no place for a group (HIER-02)', async () => {
  await expect(create(await startWorld(), { Name: 'x' })).rejects.toMatchObject(
    awsError('InvalidRequestException', 400),
  )
})

test('names are unique among siblings, not beyond (HIER-09)', async () => {
  const world = await startWorld({ hierarchyGroups: 1 })
  const north = (await create(world, { Name: 'North' })).HierarchyGroupId
  const south = (await create(world, { Name: 'South' })).HierarchyGroupId
  await create(world, { Name: 'Sales', ParentGroupId: north })
  expect(await outcomeOf(create(world, { Name: 'Sales', ParentGroupId: south }))).toBe('ok')
  expect(await outcomeOf(create(world, { Name: 'Sales', ParentGroupId: north }))).toBe('DuplicateResourceException')
  expect(await outcomeOf(create(world, { Name: 'North' }))).toBe('DuplicateResourceException')
})

test('names have 1 to 100 characters (HIER-03); an unknown parent is not found; the quota holds', async () => {
  const world = await startWorld({ hierarchyGroups: 1, quotas: { hierarchyGroups: 2 } })
  expect(await outcomeOf(create(world, { Name: 'n'.repeat(101) }))).toBe('InvalidParameterException')
  expect(await outcomeOf(create(world, { Name: '' }))).toBe('InvalidParameterException')
  expect(await outcomeOf(create(world, { Name: 'x', ParentGroupId: 'nope' }))).toBe('ResourceNotFoundException')
  expect(await outcomeOf(create(world, { Name: 'n'.repeat(100) }))).toBe('ok')
  await expect(create(world, { Name: 'one more' })).rejects.toMatchObject(awsError('LimitExceededException', 429))
})
