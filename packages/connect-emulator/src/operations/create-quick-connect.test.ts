import { CreateQuickConnectCommand, DescribeQuickConnectCommand, ListQueuesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createQuickConnect, leadsTo } from '../testing/new-quick-connect.ts'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('leads to a person, a queue, a number or a flow, and carries tags (ARN-01, TAG-02)', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const QueueId = (await client.send(new ListQueuesCommand({ InstanceId }))).QueueSummaryList?.[0]?.Id
  const UserId = await createPerson(world)
  const configs = [
    leadsTo(UserId).QuickConnectConfig,
    { QuickConnectType: 'QUEUE' as const, QueueConfig: { QueueId, ContactFlowId: 'to-queue' } },
    { QuickConnectType: 'PHONE_NUMBER' as const, PhoneConfig: { PhoneNumber: '+442079460000' } },
    { QuickConnectType: 'FLOW' as const, FlowConfig: { ContactFlowId: 'a-flow' } },
  ]
  for (const [at, QuickConnectConfig] of configs.entries()) {
    const input = { InstanceId, Name: `No. ${at}`, Description: 'd', QuickConnectConfig, Tags: { Owner: 'wfm' } }
    const { QuickConnectId, QuickConnectARN } = await client.send(new CreateQuickConnectCommand(input))
    expect(QuickConnectARN).toBe(`${world.arn}/transfer-destination/${QuickConnectId}`)
    const { QuickConnect } = await client.send(new DescribeQuickConnectCommand({ InstanceId, QuickConnectId }))
    expect(QuickConnect).toMatchObject({
      Name: `No. ${at}`,
      Description: 'd',
      QuickConnectConfig,
      Tags: { Owner: 'wfm' },
    })
  }
})

test('refuses a taken name, nobody, another type’s configuration, and one past the quota', async () => {
  const world = await startWorld({ quotas: { quickConnects: 2 } })
  const outcome = (change: Parameters<typeof createQuickConnect>[1]) => outcomeOf(createQuickConnect(world, change))
  expect(await outcome({})).toBe('ok')
  expect(await outcome({})).toBe('DuplicateResourceException')
  expect(await outcome({ Name: 'B', ...leadsTo('nope') })).toBe('ResourceNotFoundException')
  const QueueConfig = { QueueId: 'nope', ContactFlowId: 'f' }
  const queue = { QuickConnectType: 'QUEUE' as const, QueueConfig }
  expect(await outcome({ Name: 'B', QuickConnectConfig: queue })).toBe('ResourceNotFoundException')
  expect(await outcome({ Name: 'B', QuickConnectConfig: { QuickConnectType: 'USER' } })).toBe(
    'InvalidParameterException',
  )
  const mixed = {
    ...leadsTo(await createPerson(world)).QuickConnectConfig,
    QuickConnectType: 'USER' as const,
    QueueConfig,
  }
  expect(await outcome({ Name: 'B', QuickConnectConfig: mixed })).toBe('InvalidParameterException')
  expect(await outcome({ Name: 'B' })).toBe('ok')
  expect(await outcome({ Name: 'C' })).toBe('LimitExceededException')
})
