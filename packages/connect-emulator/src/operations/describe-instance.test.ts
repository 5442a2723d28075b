import { DescribeInstanceCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, startWorld } from '../testing/test-world.ts'

test.each(['CONNECT_MANAGED', 'SAML', 'EXISTING_DIRECTORY'] as const)(
  'tells that identities are %s (USR-13)',
  async (identityManagementType) => {
    const { client, instanceId, arn } = await startWorld({ alias: 'owls', identityManagementType })
    const { Instance } = await client.send(new DescribeInstanceCommand({ InstanceId: instanceId }))
    expect(Instance).toMatchObject({
      Id: instanceId,
      Arn: arn,
      InstanceAlias: 'owls',
      IdentityManagementType: identityManagementType,
      Tags: {},
    })
  },
)

test('takes the id, not the ARN (WIRE-09)', async () => {
  const { client, arn } = await startWorld()
  await expect(client.send(new DescribeInstanceCommand({ InstanceId: arn }))).rejects.toMatchObject({
    name: expect.stringMatching(/NotFound|InvalidRequest/),
  })
})

test('an unknown instance is not found', async () => {
  const { client } = await startWorld()
  await expect(client.send(new DescribeInstanceCommand({ InstanceId: 'nowhere' }))).rejects.toMatchObject(
    awsError('ResourceNotFoundException', 404),
  )
})
