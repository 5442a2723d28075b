import { ListInstancesCommand, paginateListInstances } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld } from '../testing/test-world.ts'

test('tells alias, ARN, identity management and status', async () => {
  const { client, instanceId, arn } = await startWorld({ alias: 'night-owls', identityManagementType: 'SAML' })
  const { InstanceSummaryList } = await client.send(new ListInstancesCommand({}))
  expect(InstanceSummaryList).toEqual([
    {
      Id: instanceId,
      Arn: arn,
      InstanceAlias: 'night-owls',
      IdentityManagementType: 'SAML',
      InstanceStatus: 'ACTIVE',
      CreatedTime: expect.any(Date),
      ServiceRole: expect.stringMatching(/^arn:aws:iam::\d{12}:role\//),
      InboundCallsEnabled: true,
      OutboundCallsEnabled: true,
      InstanceAccessUrl: 'https://night-owls.my.connect.aws',
    },
  ])
})

test('ten a page (CONS-06)', async () => {
  const { client, emulator } = await startWorld()
  for (let at = 0; at < 11; at++) await emulator.createInstance()
  expect((await client.send(new ListInstancesCommand({}))).InstanceSummaryList).toHaveLength(10)
  const ids = []
  for await (const page of paginateListInstances({ client }, {}))
    ids.push(...(page.InstanceSummaryList ?? []).map((one) => one.Id))
  expect(new Set(ids).size).toBe(12)
})

test('a bad page size is InvalidRequestException here, the one 400 this operation lists (ERR-07)', async () => {
  const { client } = await startWorld()
  await expect(client.send(new ListInstancesCommand({ MaxResults: 11 }))).rejects.toMatchObject(
    awsError('InvalidRequestException', 400),
  )
})
