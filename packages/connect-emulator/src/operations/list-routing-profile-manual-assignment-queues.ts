import type {
  ListRoutingProfileManualAssignmentQueuesRequest,
  ListRoutingProfileManualAssignmentQueuesResponse,
} from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { arnOf } from '../rules/arn.ts'
import { requireRoutingProfile } from '../rules/routing-profile.ts'

const NAME = 'ListRoutingProfileManualAssignmentQueues'

export const listRoutingProfileManualAssignmentQueues = defineInstanceOperation<
  ListRoutingProfileManualAssignmentQueuesRequest,
  ListRoutingProfileManualAssignmentQueuesResponse
>(NAME, (input, instance, { now }) => {
  const profile = requireRoutingProfile(instance, input.RoutingProfileId)
  const { items, nextToken } = pageOfList(NAME, profile.manualAssignmentQueueConfigs, input, now())
  return {
    RoutingProfileManualAssignmentQueueConfigSummaryList: items.map(({ QueueReference }) => {
      const QueueId = QueueReference?.QueueId ?? ''
      const QueueName = instance.queues.get(QueueId)?.name
      return { QueueId, QueueArn: arnOf(instance, 'queue', QueueId), QueueName, Channel: QueueReference?.Channel }
    }),
    NextToken: nextToken,
    LastModifiedTime: new Date(profile.lastModifiedTime),
    LastModifiedRegion: profile.lastModifiedRegion,
  }
})
