import { CreateRoutingProfileCommand, ListRoutingProfileManualAssignmentQueuesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newRoutingProfileInput } from '../testing/new-routing-profile.ts'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('rows have queue and channel, no priority', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const input = await newRoutingProfileInput(world)
  const ManualAssignmentQueueConfigs = [{ QueueReference: { QueueId: input.queueId, Channel: 'EMAIL' as const } }]
  const { RoutingProfileId } = await client.send(
    new CreateRoutingProfileCommand({ ...input, ManualAssignmentQueueConfigs }),
  )
  const list = (id: string | undefined) =>
    client.send(new ListRoutingProfileManualAssignmentQueuesCommand({ InstanceId, RoutingProfileId: id }))
  expect((await list(RoutingProfileId)).RoutingProfileManualAssignmentQueueConfigSummaryList).toEqual([
    {
      QueueId: input.queueId,
      QueueArn: `${world.arn}/queue/${input.queueId}`,
      QueueName: 'BasicQueue',
      Channel: 'EMAIL',
    },
  ])
  expect(await outcomeOf(list('nope'))).toBe('ResourceNotFoundException')
})
