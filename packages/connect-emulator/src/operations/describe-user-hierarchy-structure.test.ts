import { DescribeUserHierarchyStructureCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { startWorld } from '../testing/test-world.ts'

test('a new instance has no levels (HIER-02)', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const { HierarchyStructure } = await client.send(new DescribeUserHierarchyStructureCommand({ InstanceId }))
  expect(HierarchyStructure).toEqual({})
})

test('a seeded instance has five, each with id, ARN and name (HIER-01)', async () => {
  const { client, instanceId: InstanceId, arn } = await startWorld({ hierarchyGroups: 10 })
  const { HierarchyStructure = {} } = await client.send(new DescribeUserHierarchyStructureCommand({ InstanceId }))
  expect(Object.keys(HierarchyStructure)).toEqual(['LevelOne', 'LevelTwo', 'LevelThree', 'LevelFour', 'LevelFive'])
  const { LevelTwo } = HierarchyStructure
  expect(LevelTwo).toMatchObject({
    Name: 'Country',
    Arn: `${arn}/agent-group-level/${LevelTwo?.Id}`,
    LastModifiedTime: expect.any(Date),
  })
})
