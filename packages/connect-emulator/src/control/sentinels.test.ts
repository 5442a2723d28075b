import { DescribeUserCommand, UpdateUserIdentityInfoCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test.each(['ThrottlingException', 'InternalServiceException', 'AccessDeniedException'])(
  'the id fault-%s makes the call fail so',
  async (name) => {
    const { client, instanceId: InstanceId } = await startWorld()
    expect(await outcomeOf(client.send(new DescribeUserCommand({ InstanceId, UserId: `fault-${name}` })))).toBe(name)
  },
)

test('a first name does it too, so that an error can be seen by typing', async () => {
  const world = await startWorld()
  const UserId = await createPerson(world)
  const IdentityInfo = { FirstName: 'fault-InternalServiceException', LastName: 'L' }
  const call = world.client.send(
    new UpdateUserIdentityInfoCommand({ InstanceId: world.instanceId, UserId, IdentityInfo }),
  )
  await expect(call).rejects.toMatchObject(awsError('InternalServiceException', 500))
})

test('fault-drop cuts the connection, fault-delay-50 only waits', async () => {
  const { client, emulator, instanceId: InstanceId } = await startWorld()
  expect(await outcomeOf(client.send(new DescribeUserCommand({ InstanceId, UserId: 'fault-drop' })))).not.toBe(
    'ResourceNotFoundException',
  )
  expect(await outcomeOf(client.send(new DescribeUserCommand({ InstanceId, UserId: 'fault-delay-50' })))).toBe(
    'ResourceNotFoundException',
  )
  expect(emulator.listCalls({ operation: 'DescribeUser' })[1]?.durationMs).toBeGreaterThanOrEqual(45)
})

test.each(['fault-', 'fault-1', 'fault-delay-', 'a fault-drop', 'fault-Throttling Exception'])(
  '%s is an id like any other',
  async (UserId) => {
    const { client, instanceId: InstanceId } = await startWorld()
    expect(await outcomeOf(client.send(new DescribeUserCommand({ InstanceId, UserId })))).toBe(
      'ResourceNotFoundException',
    )
  },
)
