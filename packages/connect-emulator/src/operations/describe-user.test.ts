import { DescribeUserCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld } from '../testing/test-world.ts'

test('answers the whole person, after-contact work in seconds (PHONE-01, USR-23)', async () => {
  const world = await startWorld({}, { now: () => 1_800_000_000_123 })
  const UserId = await createPerson(world, {
    Username: 'ada',
    PhoneConfig: {
      PhoneType: 'DESK_PHONE',
      DeskPhoneNumber: '+4930123456',
      AutoAccept: true,
      AfterContactWorkTimeLimit: 90,
    },
    IdentityInfo: {
      FirstName: 'Ada',
      LastName: 'L',
      Email: 'a@b.example',
      SecondaryEmail: 'c@d.example',
      Mobile: '+4917012345',
    },
  })
  const { User } = await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId }))
  expect(User).toEqual({
    Id: UserId,
    Arn: `${world.arn}/agent/${UserId}`,
    Username: 'ada',
    IdentityInfo: {
      FirstName: 'Ada',
      LastName: 'L',
      Email: 'a@b.example',
      SecondaryEmail: 'c@d.example',
      Mobile: '+4917012345',
    },
    PhoneConfig: {
      PhoneType: 'DESK_PHONE',
      DeskPhoneNumber: '+4930123456',
      AutoAccept: true,
      AfterContactWorkTimeLimit: 90,
    },
    DirectoryUserId: expect.any(String),
    SecurityProfileIds: [world.profiles.Agent],
    RoutingProfileId: world.routingProfileId,
    Tags: {},
    AutoAcceptConfigs: ['VOICE', 'CHAT', 'TASK', 'EMAIL'].map((Channel) => ({ Channel, AutoAccept: true })),
    AfterContactWorkConfigs: ['VOICE', 'CHAT', 'TASK', 'EMAIL'].map((Channel) => ({
      Channel,
      AfterContactWorkConfig: { AfterContactWorkTimeLimit: 90 },
    })),
    PhoneNumberConfigs: [{ Channel: 'VOICE', PhoneType: 'DESK_PHONE', PhoneNumber: '+4930123456' }],
    PersistentConnectionConfigs: [],
    VoiceEnhancementConfigs: [],
    LastModifiedTime: new Date(1_800_000_000_123),
    LastModifiedRegion: 'us-east-1',
  })
})

test('unknown person or instance: not found, in words', async () => {
  const world = await startWorld()
  const unknownUser = world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId: 'nobody' }))
  await expect(unknownUser).rejects.toMatchObject({
    ...awsError('ResourceNotFoundException', 404),
    message: 'User nobody was not found',
  })
  const unknownInstance = world.client.send(new DescribeUserCommand({ InstanceId: 'nowhere', UserId: 'nobody' }))
  await expect(unknownInstance).rejects.toMatchObject({ message: 'Instance nowhere was not found' })
})

test('a person of another instance is not found', async () => {
  const world = await startWorld()
  const other = await world.emulator.createInstance()
  const UserId = await createPerson(world)
  const call = world.client.send(new DescribeUserCommand({ InstanceId: other.instanceId, UserId }))
  await expect(call).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
})
