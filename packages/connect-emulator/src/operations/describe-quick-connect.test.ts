import { DescribeQuickConnectCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createQuickConnect } from '../testing/new-quick-connect.ts'
import { awsError, startWorld } from '../testing/test-world.ts'

test('tells all of it, and not found where there is none', async () => {
  const world = await startWorld({}, { now: () => 1_800_000_000_000 })
  const { client, instanceId: InstanceId } = world
  const QuickConnectId = await createQuickConnect(world)
  const { QuickConnect } = await client.send(new DescribeQuickConnectCommand({ InstanceId, QuickConnectId }))
  expect(QuickConnect).toEqual({
    QuickConnectARN: `${world.arn}/transfer-destination/${QuickConnectId}`,
    QuickConnectId,
    Name: 'Ada',
    QuickConnectConfig: {
      QuickConnectType: 'USER',
      UserConfig: { UserId: expect.any(String), ContactFlowId: 'to-agent' },
    },
    Tags: {},
    LastModifiedTime: new Date(1_800_000_000_000),
    LastModifiedRegion: 'us-east-1',
  })
  await expect(
    client.send(new DescribeQuickConnectCommand({ InstanceId, QuickConnectId: 'nope' })),
  ).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
