import { ListInstanceAttributesCommand, paginateListInstanceAttributes } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('all fourteen in pages of seven (CONS-06)', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const first = await client.send(new ListInstanceAttributesCommand({ InstanceId }))
  expect(first.Attributes).toHaveLength(7)
  expect(first.Attributes?.[0]).toEqual({ AttributeType: 'INBOUND_CALLS', Value: 'true' })
  const types = new Set()
  for await (const page of paginateListInstanceAttributes({ client, pageSize: 5 }, { InstanceId })) {
    for (const attribute of page.Attributes ?? []) types.add(attribute.AttributeType)
  }
  expect(types.size).toBe(14)
  const tooMany = client.send(new ListInstanceAttributesCommand({ InstanceId, MaxResults: 8 }))
  expect(await outcomeOf(tooMany)).toBe('InvalidParameterException')
})
