import { ListPredefinedAttributesCommand, paginateListPredefinedAttributes } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { startWorld } from '../testing/test-world.ts'

test('names and times, in pages', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const { PredefinedAttributeSummaryList } = await client.send(new ListPredefinedAttributesCommand({ InstanceId }))
  expect(PredefinedAttributeSummaryList?.map((attribute) => attribute.Name)).toEqual([
    'connect:Language',
    'Product',
    'Skill',
  ])
  expect(PredefinedAttributeSummaryList?.[0]?.LastModifiedTime).toBeInstanceOf(Date)
  let pages = 0
  for await (const page of paginateListPredefinedAttributes({ client, pageSize: 2 }, { InstanceId }))
    pages += page.NextToken ? 1 : 1
  expect(pages).toBe(2)
})
