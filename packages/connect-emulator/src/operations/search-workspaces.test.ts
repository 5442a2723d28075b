import { SearchWorkspacesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createWorkspace } from '../testing/new-workspace.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('by name and visibility; rows have the time of creation, none of change (SRCH-04, WS-11)', async () => {
  const world = await startWorld({}, { now: () => 1_800_000_000_000 })
  await createWorkspace(world, { Name: 'Front', Tags: { Zone: 'north' } })
  await createWorkspace(world, { Name: 'Back' })
  const { client, instanceId: InstanceId } = world
  const search = (input: object) => client.send(new SearchWorkspacesCommand({ InstanceId, ...input }))
  const by = (FieldName: string, Value: string) => ({
    SearchCriteria: { StringCondition: { FieldName, Value, ComparisonType: 'EXACT' } },
  })
  const { Workspaces, ApproximateTotalCount } = await search(by('name', 'Front'))
  expect(ApproximateTotalCount).toBe(1)
  expect(Workspaces).toMatchObject([{ Name: 'Front', CreatedAt: new Date(1_800_000_000_000), Visibility: 'NONE' }])
  expect(Workspaces?.[0]).not.toHaveProperty('LastModifiedTime')
  expect((await search(by('visibility', 'NONE'))).ApproximateTotalCount).toBe(2)
  const SearchFilter = { AttributeFilter: { TagCondition: { TagKey: 'Zone' } } }
  expect((await search({ SearchFilter })).ApproximateTotalCount).toBe(1)
  expect(await outcomeOf(search(by('Name', 'Front')))).toBe('InvalidParameterException')
})
