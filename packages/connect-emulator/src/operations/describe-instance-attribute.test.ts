import { DescribeInstanceAttributeCommand, type InstanceAttributeType } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('one attribute; a type nobody knows is refused', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const describe = (AttributeType: InstanceAttributeType) =>
    client.send(new DescribeInstanceAttributeCommand({ InstanceId, AttributeType }))
  expect((await describe('CONTACTFLOW_LOGS')).Attribute).toEqual({ AttributeType: 'CONTACTFLOW_LOGS', Value: 'false' })
  expect(await outcomeOf(describe('NO_SUCH' as InstanceAttributeType))).toBe('InvalidParameterException')
})
