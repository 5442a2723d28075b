import { ListQueuesCommand, paginateListQueues } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { startWorld } from '../testing/test-world.ts'

test('a new instance has the basic queue (OTH-07)', async () => {
  const { client, instanceId: InstanceId, arn } = await startWorld()
  const { QueueSummaryList } = await client.send(new ListQueuesCommand({ InstanceId }))
  const Id = QueueSummaryList?.[0]?.Id
  expect(QueueSummaryList).toMatchObject([{ Id, Arn: `${arn}/queue/${Id}`, Name: 'BasicQueue', QueueType: 'STANDARD' }])
})

test('without types the agents’ own queues are listed too (SRCH-12)', async () => {
  const { client, instanceId: InstanceId } = await startWorld({ users: 5 })
  const count = async (QueueTypes?: ('STANDARD' | 'AGENT')[]) => {
    const { QueueSummaryList } = await client.send(
      new ListQueuesCommand({ InstanceId, ...(QueueTypes ? { QueueTypes } : {}) }),
    )
    return QueueSummaryList?.length
  }
  expect([await count(), await count(['STANDARD']), await count(['AGENT'])]).toEqual([6, 1, 5])
  const ids = new Set()
  for await (const page of paginateListQueues({ client, pageSize: 2 }, { InstanceId })) {
    for (const queue of page.QueueSummaryList ?? []) ids.add(queue.Id)
  }
  expect(ids.size).toBe(6)
})
