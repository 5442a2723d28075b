import {
  DescribeUserCommand,
  UpdateUserConfigCommand,
  UpdateUserPhoneConfigCommand,
  type UserPhoneConfig,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld, type TestWorld } from '../testing/test-world.ts'

function update(world: TestWorld, UserId: string, PhoneConfig: UserPhoneConfig) {
  return world.client.send(new UpdateUserPhoneConfigCommand({ InstanceId: world.instanceId, UserId, PhoneConfig }))
}

async function read(world: TestWorld, UserId: string) {
  return (await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId }))).User
}

test('sets one value on all channels, over what the newer call had set (PHONE-10)', async () => {
  const world = await startWorld()
  const UserId = await createPerson(world)
  const AfterContactWorkConfigs = [
    { Channel: 'CHAT' as const, AfterContactWorkConfig: { AfterContactWorkTimeLimit: 7 } },
  ]
  await world.client.send(
    new UpdateUserConfigCommand({ InstanceId: world.instanceId, UserId, AfterContactWorkConfigs }),
  )
  await update(world, UserId, { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: 45 })
  const user = await read(world, UserId)
  expect(
    user?.AfterContactWorkConfigs?.map((config) => config.AfterContactWorkConfig?.AfterContactWorkTimeLimit),
  ).toEqual([45, 45, 45, 45])
  expect(user?.AutoAcceptConfigs?.map((config) => config.AutoAccept)).toEqual([true, true, true, true])
})

test('what is left out takes its default (PHONE-04)', async () => {
  const world = await startWorld()
  const id = await createPerson(world, {
    PhoneConfig: {
      PhoneType: 'DESK_PHONE',
      DeskPhoneNumber: '+15550100',
      AutoAccept: true,
      AfterContactWorkTimeLimit: 9,
      PersistentConnection: true,
    },
  })
  await update(world, id, {})
  expect((await read(world, id))?.PhoneConfig).toEqual({
    PhoneType: 'SOFT_PHONE',
    AutoAccept: false,
    AfterContactWorkTimeLimit: 0,
  })
})

test('voice enhancement, which the old call does not know, stays', async () => {
  const world = await startWorld()
  const VoiceEnhancementConfigs = [{ Channel: 'VOICE' as const, VoiceEnhancementMode: 'NONE' as const }]
  const id = await createPerson(world, { VoiceEnhancementConfigs })
  await update(world, id, { PhoneType: 'SOFT_PHONE' })
  expect((await read(world, id))?.VoiceEnhancementConfigs).toEqual(VoiceEnhancementConfigs)
})

test.each([
  ['a desk phone without number (PHONE-07)', { PhoneType: 'DESK_PHONE' as const }],
  ['a number not in E.164 (PHONE-06)', { PhoneType: 'DESK_PHONE' as const, DeskPhoneNumber: '030 123456' }],
  ['text before the number (PHONE-06)', { PhoneType: 'DESK_PHONE' as const, DeskPhoneNumber: 'x+4930123456' }],
  ['a number of 16 digits (PHONE-06)', { PhoneType: 'DESK_PHONE' as const, DeskPhoneNumber: '+1234567890123456' }],
  ['a limit above 2,000,000 seconds (PHONE-03)', { AfterContactWorkTimeLimit: 2_000_001 }],
  ['a limit below 0 (PHONE-03)', { AfterContactWorkTimeLimit: -1 }],
])('refuses %s', async (_name, phone) => {
  const world = await startWorld()
  await expect(update(world, await createPerson(world), phone)).rejects.toMatchObject(
    awsError('InvalidParameterException', 400),
  )
})

test.each([0, 2_000_000])('takes a limit of %i seconds (PHONE-03)', async (AfterContactWorkTimeLimit) => {
  const world = await startWorld()
  const id = await createPerson(world)
  await update(world, id, { AfterContactWorkTimeLimit })
  expect((await read(world, id))?.PhoneConfig?.AfterContactWorkTimeLimit).toBe(AfterContactWorkTimeLimit)
})

test('an unknown person is not found', async () => {
  await expect(update(await startWorld(), 'nobody', {})).rejects.toMatchObject(
    awsError('ResourceNotFoundException', 404),
  )
})
