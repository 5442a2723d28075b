import type { ListRoutingProfileQueuesRequest, ListRoutingProfileQueuesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { arnOf } from '../rules/arn.ts'
import { requireRoutingProfile } from '../rules/routing-profile.ts'

export const listRoutingProfileQueues = defineInstanceOperation<
  ListRoutingProfileQueuesRequest,
  ListRoutingProfileQueuesResponse
>('ListRoutingProfileQueues', (input, instance, { now }) => {
  const profile = requireRoutingProfile(instance, input.RoutingProfileId)
  const { items, nextToken } = pageOfList('ListRoutingProfileQueues', profile.queueConfigs, input, now())
  return {
    RoutingProfileQueueConfigSummaryList: items.map(({ QueueReference, Priority, Delay }) => {
      const QueueId = QueueReference?.QueueId ?? ''
      const QueueName = instance.queues.get(QueueId)?.name
      return {
        QueueId,
        QueueArn: arnOf(instance, 'queue', QueueId),
        QueueName,
        Priority,
        Delay,
        Channel: QueueReference?.Channel,
      }
    }),
    NextToken: nextToken,
    LastModifiedTime: new Date(profile.lastModifiedTime),
    LastModifiedRegion: profile.lastModifiedRegion,
  }
})
