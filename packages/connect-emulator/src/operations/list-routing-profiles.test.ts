import { ListRoutingProfilesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { startWorld } from '../testing/test-world.ts'

test('a new instance has the basic one (OTH-07)', async () => {
  const { client, instanceId: InstanceId, arn } = await startWorld()
  const { RoutingProfileSummaryList } = await client.send(new ListRoutingProfilesCommand({ InstanceId }))
  const Id = RoutingProfileSummaryList?.[0]?.Id
  expect(RoutingProfileSummaryList).toEqual([
    {
      Id,
      Arn: `${arn}/routing-profile/${Id}`,
      Name: 'Basic Routing Profile',
      LastModifiedTime: expect.any(Date),
      LastModifiedRegion: 'us-east-1',
    },
  ])
})

test('pages', async () => {
  const { client, instanceId: InstanceId } = await startWorld({ routingProfiles: 14 })
  const first = await client.send(new ListRoutingProfilesCommand({ InstanceId, MaxResults: 10 }))
  const second = await client.send(
    new ListRoutingProfilesCommand({ InstanceId, MaxResults: 10, NextToken: first.NextToken }),
  )
  expect(first.RoutingProfileSummaryList).toHaveLength(10)
  expect(second.RoutingProfileSummaryList).toHaveLength(4)
})
