import { DescribeViewCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('content with input schema, template and actions; by id, qualifier or ARN', async () => {
  const { client, instanceId: InstanceId, arn } = await startWorld({ workspaces: 1 })
  const describe = (ViewId: string) => client.send(new DescribeViewCommand({ InstanceId, ViewId }))
  const { View } = await describe('caller-details')
  expect(View).toMatchObject({ Id: 'caller-details', Name: 'Caller details', Type: 'CUSTOMER_MANAGED', Version: 1 })
  expect(JSON.parse(View?.Content?.InputSchema ?? '')).toMatchObject({ required: ['customerId'] })
  expect(View?.Content?.Actions).toEqual(['Save', 'Discard'])
  expect(View?.ViewContentSha256).toMatch(/^[0-9a-f]{64}$/)
  for (const id of [
    'caller-details:1',
    'caller-details:$LATEST',
    'caller-details:$SAVED',
    `${arn}/view/caller-details`,
  ]) {
    expect((await describe(id)).View?.Id).toBe('caller-details')
  }
  for (const id of ['nope', 'caller-details:2', 'arn:aws:connect:us-east-1:aws:view/caller-details']) {
    expect(await outcomeOf(describe(id))).toBe('ResourceNotFoundException')
  }
})
