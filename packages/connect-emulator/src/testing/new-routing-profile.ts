import { type CreateRoutingProfileCommandInput, ListQueuesCommand } from '@aws-sdk/client-connect'
import type { TestWorld } from './test-world.ts'

/** What CreateRoutingProfile needs, with the instance's first queue. */
export async function newRoutingProfileInput(
  { client, instanceId: InstanceId }: TestWorld,
  change: Partial<CreateRoutingProfileCommandInput> = {},
): Promise<CreateRoutingProfileCommandInput & { queueId: string }> {
  const { QueueSummaryList } = await client.send(new ListQueuesCommand({ InstanceId, QueueTypes: ['STANDARD'] }))
  const queueId = QueueSummaryList?.[0]?.Id ?? ''
  return {
    InstanceId,
    Name: 'Night',
    Description: 'At night',
    DefaultOutboundQueueId: queueId,
    MediaConcurrencies: [
      { Channel: 'VOICE', Concurrency: 1, CrossChannelBehavior: { BehaviorType: 'ROUTE_ANY_CHANNEL' } },
    ],
    ...change,
    queueId,
  }
}
