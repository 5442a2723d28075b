import { ListViewsCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, outcomeOf, startWorld } from '../testing/test-world.ts'

test('AWS’s own views and the customer’s, by type (ARN-01)', async () => {
  const { client, instanceId: InstanceId, arn } = await startWorld({ workspaces: 1 })
  const list = async (Type?: 'AWS_MANAGED' | 'CUSTOMER_MANAGED') =>
    (await client.send(new ListViewsCommand({ InstanceId, ...(Type ? { Type } : {}) }))).ViewsSummaryList
  expect(await list()).toHaveLength(7)
  expect((await list('AWS_MANAGED'))?.[0]).toMatchObject({
    Id: 'detail',
    Arn: 'arn:aws:connect:us-east-1:aws:view/detail',
    Status: 'PUBLISHED',
  })
  expect((await list('CUSTOMER_MANAGED'))?.[0]).toMatchObject({ Id: 'home-page', Arn: `${arn}/view/home-page` })
})

test('the instance may be named by ARN (WIRE-09); throttling has another name here (ERR-01)', async () => {
  const { client, emulator, arn } = await startWorld()
  const list = () => client.send(new ListViewsCommand({ InstanceId: arn }))
  expect(await outcomeOf(list())).toBe('ok')
  emulator.setThrottles('aws')
  for (let at = 0; at < 5; at++) await list()
  await expect(list()).rejects.toMatchObject(awsError('TooManyRequestsException', 429))
})
