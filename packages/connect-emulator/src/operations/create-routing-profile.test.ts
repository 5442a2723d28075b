import {
  CreateRoutingProfileCommand,
  type CreateRoutingProfileCommandInput,
  DescribeRoutingProfileCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newRoutingProfileInput } from '../testing/new-routing-profile.ts'
import { createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

async function create(world: TestWorld, change: Partial<CreateRoutingProfileCommandInput> = {}) {
  return world.client.send(new CreateRoutingProfileCommand(await newRoutingProfileInput(world, change)))
}

test('creates a profile that people can have', async () => {
  const world = await startWorld()
  const { RoutingProfileId, RoutingProfileArn } = await create(world, { Tags: { Owner: 'wfm' } })
  expect(RoutingProfileArn).toBe(`${world.arn}/routing-profile/${RoutingProfileId}`)
  await createPerson(world, { RoutingProfileId })
  const input = { InstanceId: world.instanceId, RoutingProfileId }
  const { RoutingProfile } = await world.client.send(new DescribeRoutingProfileCommand(input))
  expect(RoutingProfile).toMatchObject({
    Name: 'Night',
    Tags: { Owner: 'wfm' },
    NumberOfAssociatedUsers: 1,
    IsDefault: false,
  })
})

test('refuses a name in use, an unknown queue, a channel or a queue twice, and one past the quota', async () => {
  const world = await startWorld({ quotas: { routingProfiles: 2 } })
  const { queueId, MediaConcurrencies = [] } = await newRoutingProfileInput(world)
  const outcome = (change: Partial<CreateRoutingProfileCommandInput>) => outcomeOf(create(world, change))
  const QueueReference = { QueueId: queueId, Channel: 'VOICE' as const }
  const config = { QueueReference, Priority: 1, Delay: 0 }
  expect(await outcome({ Name: 'Basic Routing Profile' })).toBe('DuplicateResourceException')
  expect(await outcome({ DefaultOutboundQueueId: 'nope' })).toBe('ResourceNotFoundException')
  expect(await outcome({ QueueConfigs: [{ ...config, QueueReference: { ...QueueReference, QueueId: 'nope' } }] })).toBe(
    'ResourceNotFoundException',
  )
  expect(await outcome({ MediaConcurrencies: [...MediaConcurrencies, ...MediaConcurrencies] })).toBe(
    'InvalidParameterException',
  )
  expect(await outcome({ QueueConfigs: [config, config] })).toBe('InvalidParameterException')
  expect(await outcome({ QueueConfigs: [{ ...config, Priority: 100 }] })).toBe('InvalidParameterException')
  expect(await outcome({ QueueConfigs: [config] })).toBe('ok')
  expect(await outcome({ Name: 'One more' })).toBe('LimitExceededException')
})
