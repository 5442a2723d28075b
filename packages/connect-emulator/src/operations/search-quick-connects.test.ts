import { SearchQuickConnectsCommand, type SearchQuickConnectsCommandInput } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createQuickConnect, leadsTo } from '../testing/new-quick-connect.ts'
import { createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

function search({ client, instanceId }: TestWorld, change: Partial<SearchQuickConnectsCommandInput> = {}) {
  return client.send(new SearchQuickConnectsCommand({ InstanceId: instanceId, ...change }))
}

test('finds by name, description, id and tag, and tells whom each one leads to', async () => {
  const world = await startWorld()
  const UserId = await createPerson(world)
  const id = await createQuickConnect(world, { Name: 'Night desk', Tags: { Team: 'night' }, ...leadsTo(UserId) })
  await createQuickConnect(world, { Name: 'Day desk', Description: 'In the morning' })
  const names = async (change: Partial<SearchQuickConnectsCommandInput>) =>
    (await search(world, change)).QuickConnects?.map(({ Name }) => Name)
  const where = (FieldName: string, Value: string, ComparisonType: 'CONTAINS' | 'EXACT') => ({
    SearchCriteria: { StringCondition: { FieldName, Value, ComparisonType } },
  })
  expect(await names(where('name', 'night', 'CONTAINS'))).toEqual(['Night desk'])
  expect(await names(where('description', 'morning', 'CONTAINS'))).toEqual(['Day desk'])
  expect(await names(where('resourceID', id, 'EXACT'))).toEqual(['Night desk'])
  const TagCondition = { TagKey: 'Team', TagValue: 'night' }
  expect(await names({ SearchFilter: { TagFilter: { TagCondition } } })).toEqual(['Night desk'])
  expect(await outcomeOf(search(world, where('userId', UserId, 'EXACT')))).toBe('InvalidParameterException')
  const [found] = (await search(world)).QuickConnects ?? []
  expect(found?.QuickConnectConfig).toEqual(leadsTo(UserId).QuickConnectConfig)
})

test('pages over the sample’s, which are the same for the same seed and lead to people who are there', async () => {
  const spec = { alias: 'sample', users: 30, quickConnects: 120 }
  const [world, again] = [await startWorld(spec), await startWorld(spec)]
  const { QuickConnects = [], NextToken, ApproximateTotalCount } = await search(world, { MaxResults: 100 })
  expect([QuickConnects.length, ApproximateTotalCount]).toEqual([100, 120])
  const rest = await search(world, { MaxResults: 100, NextToken })
  expect([rest.QuickConnects?.length, rest.NextToken]).toEqual([20, undefined])
  expect((await search(again, { MaxResults: 100 })).QuickConnects).toEqual(QuickConnects)
  const names = [...QuickConnects, ...(rest.QuickConnects ?? [])].map(({ Name }) => Name)
  expect(new Set(names).size).toBe(120)
  const ends = QuickConnects.flatMap(({ QuickConnectConfig: config }) => config?.UserConfig?.UserId ?? [])
  expect(ends.length).toBeGreaterThan(60)
  expect(new Set(ends).size).toBeLessThan(ends.length)
})
