import { DeleteUserCommand, DescribeUserCommand, ListUsersCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld } from '../testing/test-world.ts'

test('the person is gone, and the name free again', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world, { Username: 'ada' })
  await client.send(new DeleteUserCommand({ InstanceId, UserId }))
  await expect(client.send(new DescribeUserCommand({ InstanceId, UserId }))).rejects.toMatchObject(
    awsError('ResourceNotFoundException', 404),
  )
  expect((await client.send(new ListUsersCommand({ InstanceId }))).UserSummaryList).toEqual([])
  await expect(createPerson(world, { Username: 'ada' })).resolves.not.toBe(UserId)
})

test('deleting twice: not found the second time (USR-19)', async () => {
  const world = await startWorld()
  const UserId = await createPerson(world)
  const command = { InstanceId: world.instanceId, UserId }
  await world.client.send(new DeleteUserCommand(command))
  await expect(world.client.send(new DeleteUserCommand(command))).rejects.toMatchObject(
    awsError('ResourceNotFoundException', 404),
  )
})
