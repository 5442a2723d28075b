import { CreateRoutingProfileCommand, DescribeRoutingProfileCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newRoutingProfileInput } from '../testing/new-routing-profile.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('has times, timer and cross-channel behaviour, but no queue ids (SRCH-09)', async () => {
  const world = await startWorld()
  const input = await newRoutingProfileInput(world, { AgentAvailabilityTimer: 'TIME_SINCE_LAST_INBOUND' })
  const QueueConfigs = [
    { QueueReference: { QueueId: input.queueId, Channel: 'CHAT' as const }, Priority: 2, Delay: 30 },
  ]
  const { RoutingProfileId } = await world.client.send(new CreateRoutingProfileCommand({ ...input, QueueConfigs }))
  const { InstanceId } = input
  const { RoutingProfile } = await world.client.send(
    new DescribeRoutingProfileCommand({ InstanceId, RoutingProfileId }),
  )
  expect(RoutingProfile).toMatchObject({
    Name: 'Night',
    Description: 'At night',
    DefaultOutboundQueueId: input.queueId,
    MediaConcurrencies: input.MediaConcurrencies,
    AgentAvailabilityTimer: 'TIME_SINCE_LAST_INBOUND',
    NumberOfAssociatedQueues: 1,
    NumberOfAssociatedUsers: 0,
    LastModifiedTime: expect.any(Date),
  })
  expect(RoutingProfile).not.toHaveProperty('AssociatedQueueIds')
})

test('the basic one is the default (OTH-07); an unknown one is not found', async () => {
  const { client, instanceId: InstanceId, routingProfileId } = await startWorld()
  const describe = (RoutingProfileId: string) =>
    client.send(new DescribeRoutingProfileCommand({ InstanceId, RoutingProfileId }))
  expect((await describe(routingProfileId)).RoutingProfile).toMatchObject({
    Name: 'Basic Routing Profile',
    IsDefault: true,
  })
  expect(await outcomeOf(describe('nope'))).toBe('ResourceNotFoundException')
})
