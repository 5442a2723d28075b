import { CreateRoutingProfileCommand, ListRoutingProfileQueuesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newRoutingProfileInput } from '../testing/new-routing-profile.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('one row a queue and channel, with the queue’s name', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const input = await newRoutingProfileInput(world)
  const QueueConfigs = (['VOICE', 'CHAT'] as const).map((Channel, at) => ({
    QueueReference: { QueueId: input.queueId, Channel },
    Priority: at + 1,
    Delay: at * 10,
  }))
  const { RoutingProfileId } = await client.send(new CreateRoutingProfileCommand({ ...input, QueueConfigs }))
  const list = (page: object) =>
    client.send(new ListRoutingProfileQueuesCommand({ InstanceId, RoutingProfileId, ...page }))
  const row = { QueueId: input.queueId, QueueArn: `${world.arn}/queue/${input.queueId}`, QueueName: 'BasicQueue' }
  expect((await list({})).RoutingProfileQueueConfigSummaryList).toEqual([
    { ...row, Channel: 'VOICE', Priority: 1, Delay: 0 },
    { ...row, Channel: 'CHAT', Priority: 2, Delay: 10 },
  ])
  const first = await list({ MaxResults: 1 })
  const second = await list({ MaxResults: 1, NextToken: first.NextToken })
  expect(second.RoutingProfileQueueConfigSummaryList?.[0]?.Channel).toBe('CHAT')
  expect(await outcomeOf(list({ RoutingProfileId: 'nope' }))).toBe('ResourceNotFoundException')
})
