import {
  DescribeInstanceAttributeCommand,
  DescribeInstanceCommand,
  UpdateInstanceAttributeCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('sets true or false, and the instance shows it (WIRE-08)', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const update = (Value: string) =>
    outcomeOf(client.send(new UpdateInstanceAttributeCommand({ InstanceId, AttributeType: 'INBOUND_CALLS', Value })))
  expect(await update('false')).toBe('ok')
  const { Attribute } = await client.send(
    new DescribeInstanceAttributeCommand({ InstanceId, AttributeType: 'INBOUND_CALLS' }),
  )
  expect(Attribute?.Value).toBe('false')
  const { Instance } = await client.send(new DescribeInstanceCommand({ InstanceId }))
  expect([Instance?.InboundCallsEnabled, Instance?.OutboundCallsEnabled]).toEqual([false, true])
  expect(await update('maybe')).toBe('InvalidParameterException')
  expect(await update('')).toBe('InvalidParameterException')
})
