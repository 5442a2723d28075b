import { SearchPredefinedAttributesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('by name', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const search = (FieldName: string, Value: string) => {
    const SearchCriteria = { StringCondition: { FieldName, Value, ComparisonType: 'STARTS_WITH' as const } }
    return client.send(new SearchPredefinedAttributesCommand({ InstanceId, SearchCriteria }))
  }
  const found = await search('name', 'pro')
  expect(found.PredefinedAttributes).toMatchObject([
    { Name: 'Product', Values: { StringList: ['Accounts', 'Cards', 'Loans', 'Insurance'] } },
  ])
  expect(found.ApproximateTotalCount).toBe(1)
  expect(await outcomeOf(search('Name', 'pro'))).toBe('InvalidParameterException')
})
