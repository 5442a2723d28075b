import {
  CreateRoutingProfileCommand,
  DeleteRoutingProfileCommand,
  UpdateUserRoutingProfileCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newRoutingProfileInput } from '../testing/new-routing-profile.ts'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('refused while people have it, fine after (ERR-10)', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const { RoutingProfileId } = await client.send(new CreateRoutingProfileCommand(await newRoutingProfileInput(world)))
  const UserId = await createPerson(world, { RoutingProfileId })
  const remove = () => outcomeOf(client.send(new DeleteRoutingProfileCommand({ InstanceId, RoutingProfileId })))
  expect(await remove()).toBe('ResourceInUseException')
  await client.send(
    new UpdateUserRoutingProfileCommand({ InstanceId, UserId, RoutingProfileId: world.routingProfileId }),
  )
  expect(await remove()).toBe('ok')
  expect(await remove()).toBe('ResourceNotFoundException')
})
