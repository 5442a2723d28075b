import { SearchViewsCommand, type ViewSearchCriteria } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('by name, type and status, nested (SRCH-04), the instance by id or ARN (WIRE-09)', async () => {
  const { client, instanceId, arn } = await startWorld({ workspaces: 1 })
  const found = async (SearchCriteria: ViewSearchCriteria, InstanceId = instanceId) =>
    (await client.send(new SearchViewsCommand({ InstanceId, SearchCriteria }))).Views?.map((view) => view.Name)
  const name = { StringCondition: { FieldName: 'name', Value: 'c', ComparisonType: 'STARTS_WITH' as const } }
  expect(await found(name)).toEqual(['Confirmation', 'Cards', 'Caller details'])
  expect(await found({ AndConditions: [name, { ViewTypeCondition: 'CUSTOMER_MANAGED' }] })).toEqual(['Caller details'])
  expect(await found({ ViewStatusCondition: 'SAVED' }, arn)).toEqual([])
  expect(await outcomeOf(found({ ...name, ViewTypeCondition: 'AWS_MANAGED' }))).toBe('InvalidParameterException')
})
