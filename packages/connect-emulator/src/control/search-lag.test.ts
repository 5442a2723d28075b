import {
  CreateSecurityProfileCommand,
  DeleteUserCommand,
  DescribeSecurityProfileCommand,
  DescribeUserCommand,
  ListUsersCommand,
  SearchUsersCommand,
  UpdateUserIdentityInfoCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

async function startLagging(seconds: number, options?: { describeAfterCreate: boolean }) {
  const time = { now: 1_800_000_000_000 }
  const world = await startWorld({}, { now: () => time.now })
  const early = await createPerson(world, { Username: 'early' })
  world.emulator.setSearchLag(seconds, options)
  const { client, instanceId: InstanceId } = world
  const found = async () =>
    ((await client.send(new SearchUsersCommand({ InstanceId }))).Users ?? []).map(
      (user) => user.IdentityInfo?.FirstName,
    )
  return { world, time, early, found }
}

test('searches see creates, updates and deletes only after the lag; reads see them at once (CONS-01, CONS-02)', async () => {
  const { world, time, early, found } = await startLagging(10)
  const { client, instanceId: InstanceId } = world
  const late = await createPerson(world, { IdentityInfo: { FirstName: 'Late', LastName: 'L' } })
  await client.send(
    new UpdateUserIdentityInfoCommand({
      InstanceId,
      UserId: early,
      IdentityInfo: { FirstName: 'Changed', LastName: 'L' },
    }),
  )
  expect(await found()).toEqual(['Zoë'])
  expect((await client.send(new DescribeUserCommand({ InstanceId, UserId: late }))).User?.IdentityInfo?.FirstName).toBe(
    'Late',
  )
  expect((await client.send(new ListUsersCommand({ InstanceId }))).UserSummaryList).toHaveLength(2)
  time.now += 9_999
  expect(await found()).toEqual(['Zoë'])
  time.now += 1
  expect(await found()).toEqual(['Changed', 'Late'])

  await client.send(new DeleteUserCommand({ InstanceId, UserId: early }))
  expect(await found()).toEqual(['Changed', 'Late'])
  time.now += 10_000
  expect(await found()).toEqual(['Late'])
})

test('several writes to one person within the lag: searches go by what was before the first', async () => {
  const { world, time, early, found } = await startLagging(10)
  for (const FirstName of ['One', 'Two']) {
    const IdentityInfo = { FirstName, LastName: 'L' }
    await world.client.send(
      new UpdateUserIdentityInfoCommand({ InstanceId: world.instanceId, UserId: early, IdentityInfo }),
    )
    time.now += 4_000
  }
  expect(await found()).toEqual(['Zoë'])
  time.now += 2_000
  expect(await found()).toEqual(['One'])
  time.now += 4_000
  expect(await found()).toEqual(['Two'])
})

test('a describe right after the create may miss when told to (CONS-01, CONS-03)', async () => {
  const { world, time, early } = await startLagging(5, { describeAfterCreate: true })
  const { client, instanceId: InstanceId } = world
  const describe = (UserId: string) => outcomeOf(client.send(new DescribeUserCommand({ InstanceId, UserId })))
  const UserId = await createPerson(world)
  const { SecurityProfileId } = await client.send(
    new CreateSecurityProfileCommand({ InstanceId, SecurityProfileName: 'New' }),
  )
  expect(await describe(UserId)).toBe('ResourceNotFoundException')
  expect(await outcomeOf(client.send(new DescribeSecurityProfileCommand({ InstanceId, SecurityProfileId })))).toBe(
    'ResourceNotFoundException',
  )
  expect(await describe(early)).toBe('ok')
  time.now += 5_000
  expect(await describe(UserId)).toBe('ok')
})
