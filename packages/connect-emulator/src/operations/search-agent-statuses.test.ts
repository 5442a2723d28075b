import { SearchAgentStatusesCommand, type StringComparisonType } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test.each<[string, string, StringComparisonType, string[]]>([
  ['name', 'av', 'STARTS_WITH', ['Available']],
  ['description', 'short', 'STARTS_WITH', ['Break']],
  ['type', 'OFFLINE', 'EXACT', ['Offline']],
  ['state', 'DISABLED', 'EXACT', ['Project work']],
  ['displayOrder', '3', 'EXACT', ['Break']],
])('by %s', async (FieldName, Value, ComparisonType, expected) => {
  const { client, instanceId: InstanceId } = await startWorld({ users: 1 })
  const SearchCriteria = { StringCondition: { FieldName, Value, ComparisonType } }
  const { AgentStatuses } = await client.send(new SearchAgentStatusesCommand({ InstanceId, SearchCriteria }))
  expect(AgentStatuses?.map((status) => status.Name)).toEqual(expected)
})

test('refuses other fields (SRCH-10)', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const SearchCriteria = { StringCondition: { FieldName: 'Name', Value: 'x', ComparisonType: 'EXACT' as const } }
  expect(await outcomeOf(client.send(new SearchAgentStatusesCommand({ InstanceId, SearchCriteria })))).toBe(
    'InvalidParameterException',
  )
})
