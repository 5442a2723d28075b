import {
  DescribeUserCommand,
  UpdateUserConfigCommand,
  type UpdateUserConfigCommandInput,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld, type TestWorld } from '../testing/test-world.ts'

type Configs = Omit<UpdateUserConfigCommandInput, 'InstanceId' | 'UserId'>

function update(world: TestWorld, UserId: string, configs: Configs) {
  return world.client.send(new UpdateUserConfigCommand({ InstanceId: world.instanceId, UserId, ...configs }))
}

async function read(world: TestWorld, UserId: string) {
  return (await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId }))).User
}

test('changes the named channels of the named lists; all else stays (PHONE-12)', async () => {
  const world = await startWorld()
  const id = await createPerson(world, {
    PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: 60 },
  })
  await update(world, id, {
    AfterContactWorkConfigs: [{ Channel: 'CHAT', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 5 } }],
  })
  const user = await read(world, id)
  const limits = user?.AfterContactWorkConfigs?.map((config) => [
    config.Channel,
    config.AfterContactWorkConfig?.AfterContactWorkTimeLimit,
  ])
  expect(limits).toEqual([
    ['VOICE', 60],
    ['CHAT', 5],
    ['TASK', 60],
    ['EMAIL', 60],
  ])
  expect(user?.AutoAcceptConfigs?.every((config) => config.AutoAccept)).toBe(true)
})

test('the older PhoneConfig shows the voice channel (PHONE-10)', async () => {
  const world = await startWorld()
  const id = await createPerson(world)
  await update(world, id, {
    AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true }],
    AfterContactWorkConfigs: [{ Channel: 'VOICE', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 12 } }],
    PhoneNumberConfigs: [{ Channel: 'VOICE', PhoneType: 'DESK_PHONE', PhoneNumber: '+15550100' }],
    PersistentConnectionConfigs: [{ Channel: 'VOICE', PersistentConnection: false }],
  })
  expect((await read(world, id))?.PhoneConfig).toEqual({
    PhoneType: 'DESK_PHONE',
    AutoAccept: true,
    AfterContactWorkTimeLimit: 12,
    DeskPhoneNumber: '+15550100',
    PersistentConnection: false,
  })
})

test.each<[string, Configs]>([
  [
    'a phone number for a channel without phone',
    { PhoneNumberConfigs: [{ Channel: 'CHAT', PhoneType: 'SOFT_PHONE' }] },
  ],
  [
    'a persistent connection for e-mail',
    { PersistentConnectionConfigs: [{ Channel: 'EMAIL', PersistentConnection: true }] },
  ],
  ['voice enhancement for tasks', { VoiceEnhancementConfigs: [{ Channel: 'TASK', VoiceEnhancementMode: 'NONE' }] }],
  [
    'agent-first callback for chat',
    { AutoAcceptConfigs: [{ Channel: 'CHAT', AutoAccept: true, AgentFirstCallbackAutoAccept: true }] },
  ],
  [
    'agent-first callback work for chat',
    {
      AfterContactWorkConfigs: [
        { Channel: 'CHAT', AfterContactWorkConfig: {}, AgentFirstCallbackAfterContactWorkConfig: {} },
      ],
    },
  ],
  [
    'a channel twice',
    {
      AutoAcceptConfigs: [
        { Channel: 'CHAT', AutoAccept: true },
        { Channel: 'CHAT', AutoAccept: false },
      ],
    },
  ],
  ['a desk phone without number (PHONE-07)', { PhoneNumberConfigs: [{ Channel: 'VOICE', PhoneType: 'DESK_PHONE' }] }],
  [
    'a limit above 2,000,000 seconds (PHONE-03)',
    {
      AfterContactWorkConfigs: [{ Channel: 'CHAT', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 2_000_001 } }],
    },
  ],
])('refuses %s (PHONE-11)', async (_name, configs) => {
  const world = await startWorld()
  await expect(update(world, await createPerson(world), configs)).rejects.toMatchObject(
    awsError('InvalidParameterException', 400),
  )
})

test('an unknown person is not found', async () => {
  await expect(update(await startWorld(), 'nobody', {})).rejects.toMatchObject(
    awsError('ResourceNotFoundException', 404),
  )
})
