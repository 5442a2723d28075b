import {
  DescribeSecurityProfileCommand,
  DescribeUserCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld, type TestWorld } from '../testing/test-world.ts'

function tag(world: TestWorld, resourceArn: string, tags: Record<string, string>) {
  return world.client.send(new TagResourceCommand({ resourceArn, tags }))
}

test('adds tags, and a key that is there gets the new value (TAG-02, TAG-03, WIRE-04)', async () => {
  const world = await startWorld()
  const UserId = await createPerson(world, { Tags: { Site: 'Lisbon', Keep: 'me' } })
  await tag(world, `${world.arn}/agent/${UserId}`, { Site: 'Osaka', 'a b/c:d=e+f-g@h': '' })
  const { User } = await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId }))
  expect(User?.Tags).toEqual({ Site: 'Osaka', Keep: 'me', 'a b/c:d=e+f-g@h': '' })
})

test('every taggable kind of resource, the instance too (TAG-02, ARN-01)', async () => {
  const world = await startWorld({ hierarchyGroups: 5 })
  const SecurityProfileId = world.profiles.Agent
  for (const arn of [
    world.arn,
    `${world.arn}/security-profile/${SecurityProfileId}`,
    `${world.arn}/routing-profile/${world.routingProfileId}`,
  ]) {
    await tag(world, arn, { Owner: 'ops' })
    expect((await world.client.send(new ListTagsForResourceCommand({ resourceArn: arn }))).tags).toEqual({
      Owner: 'ops',
    })
  }
  const { SecurityProfile } = await world.client.send(
    new DescribeSecurityProfileCommand({ InstanceId: world.instanceId, SecurityProfileId }),
  )
  expect(SecurityProfile?.Tags).toEqual({ Owner: 'ops' })
})

test('at most 50 a resource, counted with those that are there (TAG-01)', async () => {
  const world = await startWorld()
  const arn = `${world.arn}/agent/${await createPerson(world)}`
  const tags = (from: number, to: number) =>
    Object.fromEntries(Array.from({ length: to - from }, (_, at) => [`k${from + at}`, 'v']))
  await tag(world, arn, tags(0, 49))
  await expect(tag(world, arn, tags(49, 51))).rejects.toMatchObject(awsError('InvalidRequestException', 400))
  await expect(tag(world, arn, tags(48, 50))).resolves.toBeDefined()
})

test.each<[string, Record<string, string>]>([
  ['no tag at all', {}],
  ['a key of AWS’s own', { 'aws:x': 'y' }],
  ['a key of 129 characters', { ['k'.repeat(129)]: 'v' }],
  ['a key with a forbidden sign', { 'a#b': 'v' }],
  ['a value of 257 characters', { k: 'v'.repeat(257) }],
])('refuses %s (TAG-01)', async (_name, tags) => {
  const world = await startWorld()
  await expect(tag(world, world.arn, tags)).rejects.toMatchObject(awsError('InvalidParameterException', 400))
})

test.each([
  ['not an ARN', (_arn: string) => 'hello', 'InvalidParameterException', 400],
  ['of a kind that cannot be tagged', (arn: string) => `${arn}/contact/1`, 'InvalidParameterException', 400],
  ['of an unknown person', (arn: string) => `${arn}/agent/nobody`, 'ResourceNotFoundException', 404],
  ['of an unknown instance', (arn: string) => `${arn}x`, 'ResourceNotFoundException', 404],
  [
    'of another account',
    (arn: string) => arn.replace('123456789012', '210987654321'),
    'ResourceNotFoundException',
    404,
  ],
])('refuses what is %s', async (_name, change, name, status) => {
  const world = await startWorld()
  await expect(tag(world, change(world.arn), { a: 'b' })).rejects.toMatchObject(awsError(name, status))
})
