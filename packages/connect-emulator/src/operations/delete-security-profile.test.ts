import {
  DeleteSecurityProfileCommand,
  DeleteUserCommand,
  DescribeSecurityProfileCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld, type TestWorld } from '../testing/test-world.ts'

function remove(world: TestWorld, SecurityProfileId: string | undefined) {
  return world.client.send(new DeleteSecurityProfileCommand({ InstanceId: world.instanceId, SecurityProfileId }))
}

test('refused while a person holds it, fine after (SP-05, ERR-10, ERR-11)', async () => {
  const world = await startWorld()
  const UserId = await createPerson(world)
  await expect(remove(world, world.profiles.Agent)).rejects.toMatchObject(awsError('ResourceInUseException', 409))
  await world.client.send(new DeleteUserCommand({ InstanceId: world.instanceId, UserId }))
  await remove(world, world.profiles.Agent)
  const input = { InstanceId: world.instanceId, SecurityProfileId: world.profiles.Agent }
  await expect(world.client.send(new DescribeSecurityProfileCommand(input))).rejects.toMatchObject(
    awsError('ResourceNotFoundException', 404),
  )
})

test('a default profile that nobody holds can be deleted (SP-07)', async () => {
  const world = await startWorld()
  await expect(remove(world, world.profiles.QualityAnalyst)).resolves.toBeDefined()
})

test('an unknown profile is not found', async () => {
  await expect(remove(await startWorld(), 'nope')).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
