import { ListQuickConnectsCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createQuickConnect } from '../testing/new-quick-connect.ts'
import { startWorld } from '../testing/test-world.ts'

test('lists by type, page by page, by id or ARN of the instance, without where they lead to (WIRE-09)', async () => {
  const world = await startWorld()
  const { client } = world
  const first = await createQuickConnect(world, { Name: 'first' })
  const PhoneConfig = { PhoneNumber: '+442079460000' }
  await createQuickConnect(world, {
    Name: 'number',
    QuickConnectConfig: { QuickConnectType: 'PHONE_NUMBER', PhoneConfig },
  })
  await createQuickConnect(world, { Name: 'second' })
  const list = (input: object) =>
    client.send(new ListQuickConnectsCommand({ InstanceId: world.instanceId, QuickConnectTypes: ['USER'], ...input }))

  const page = await list({ MaxResults: 1 })
  expect(page.QuickConnectSummaryList).toEqual([
    expect.objectContaining({
      Id: first,
      Arn: `${world.arn}/transfer-destination/${first}`,
      Name: 'first',
      QuickConnectType: 'USER',
    }),
  ])
  expect(page.QuickConnectSummaryList?.[0]).not.toHaveProperty('QuickConnectConfig')
  const rest = await list({ MaxResults: 1, NextToken: page.NextToken })
  expect([rest.QuickConnectSummaryList?.map(({ Name }) => Name), rest.NextToken]).toEqual([['second'], undefined])
  const all = await list({ InstanceId: world.arn, QuickConnectTypes: undefined })
  expect(all.QuickConnectSummaryList?.map(({ Name }) => Name)).toEqual(['first', 'number', 'second'])
})
