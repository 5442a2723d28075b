import type { ListQueuesRequest, ListQueuesResponse, QueueSummary } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { arnOf } from '../rules/arn.ts'
import type { QueueRecord, UserRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'

/** Without QueueTypes the queue that every agent has is listed too (SRCH-12). */
export const listQueues = defineInstanceOperation<ListQueuesRequest, ListQueuesResponse>(
  'ListQueues',
  (input, instance, { now }) => {
    const types = input.QueueTypes?.length ? input.QueueTypes : ['STANDARD', 'AGENT']
    const rows: (QueueRecord | UserRecord)[] = []
    if (types.includes('STANDARD')) rows.push(...instance.queues)
    if (types.includes('AGENT')) for (const user of instance.users) rows.push(user)
    rows.sort((a, b) => a.seq - b.seq)
    const { items, nextToken } = pageOfRows('ListQueues', rows, input, now())
    return { QueueSummaryList: items.map((row) => summaryOf(instance, row)), NextToken: nextToken }
  },
)

function summaryOf(instance: Instance, row: QueueRecord | UserRecord): QueueSummary {
  const times = { LastModifiedTime: new Date(row.lastModifiedTime), LastModifiedRegion: row.lastModifiedRegion }
  if ('name' in row)
    return { Id: row.id, Arn: arnOf(instance, 'queue', row.id), Name: row.name, QueueType: 'STANDARD', ...times }
  // An agent queue has no name.
  return { Id: row.id, Arn: `${instance.record.arn}/queue/agent/${row.id}`, QueueType: 'AGENT', ...times }
}
