import { DeleteQuickConnectCommand, DeleteUserCommand, DescribeQuickConnectCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createQuickConnect, leadsTo } from '../testing/new-quick-connect.ts'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('an orphan stays, and counts against the quota, until it is deleted itself (USR-19)', async () => {
  const world = await startWorld({ quotas: { quickConnects: 1 } })
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world)
  const QuickConnectId = await createQuickConnect(world, leadsTo(UserId))
  await client.send(new DeleteUserCommand({ InstanceId, UserId }))
  const described = await client.send(new DescribeQuickConnectCommand({ InstanceId, QuickConnectId }))
  expect(described.QuickConnect?.QuickConnectConfig?.UserConfig?.UserId).toBe(UserId)
  expect(await outcomeOf(createQuickConnect(world, { Name: 'B' }))).toBe('LimitExceededException')

  const deletion = () => outcomeOf(client.send(new DeleteQuickConnectCommand({ InstanceId, QuickConnectId })))
  expect(await deletion()).toBe('ok')
  expect(await deletion()).toBe('ResourceNotFoundException')
  expect(await outcomeOf(createQuickConnect(world, { Name: 'B' }))).toBe('ok')
})
