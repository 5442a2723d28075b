import {
  DescribeUserCommand,
  ListRoutingProfilesCommand,
  UpdateUserRoutingProfileCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld } from '../testing/test-world.ts'

test('gives the person the other profile (USR-14)', async () => {
  const world = await startWorld({ routingProfiles: 2 })
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world)
  const { RoutingProfileSummaryList } = await client.send(new ListRoutingProfilesCommand({ InstanceId }))
  const RoutingProfileId = RoutingProfileSummaryList?.[1]?.Id
  await client.send(new UpdateUserRoutingProfileCommand({ InstanceId, UserId, RoutingProfileId }))
  const { User } = await client.send(new DescribeUserCommand({ InstanceId, UserId }))
  expect(User?.RoutingProfileId).toBe(RoutingProfileId)
})

test('an unknown profile or person is not found', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world)
  for (const ids of [
    { UserId, RoutingProfileId: 'nope' },
    { UserId: 'nobody', RoutingProfileId: world.routingProfileId },
  ]) {
    const call = client.send(new UpdateUserRoutingProfileCommand({ InstanceId, ...ids }))
    await expect(call).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
  }
})
