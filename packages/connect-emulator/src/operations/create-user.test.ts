import { CreateUserCommand, DescribeUserCommand, ResourceNotFoundException } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, newUserInput, outcomeOf, startWorld } from '../testing/test-world.ts'

async function describe(world: Awaited<ReturnType<typeof startWorld>>, UserId: string) {
  const { User } = await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId }))
  return User
}

test('creates a person and answers id and ARN (ARN-01)', async () => {
  const world = await startWorld({ hierarchyGroups: 5 })
  const input = newUserInput(world, { Username: 'zoe', Tags: { Site: 'Lisbon', Empty: '' } })
  const { UserId, UserArn } = await world.client.send(new CreateUserCommand(input))
  expect(UserArn).toBe(`${world.arn}/agent/${UserId}`)
  expect(await describe(world, UserId ?? '')).toMatchObject({
    Id: UserId,
    Username: 'zoe',
    IdentityInfo: input.IdentityInfo,
    SecurityProfileIds: input.SecurityProfileIds,
    RoutingProfileId: input.RoutingProfileId,
    Tags: { Site: 'Lisbon', Empty: '' },
  })
})

test('gives a Connect-managed person a directory id of the service’s own (USR-12)', async () => {
  const world = await startWorld()
  expect((await describe(world, await createPerson(world)))?.DirectoryUserId).toMatch(/^[0-9a-f-]{36}$/)
})

test('without PhoneConfig: soft phone, no auto-accept, no limit (PHONE-04, PHONE-05)', async () => {
  const world = await startWorld()
  const user = await describe(world, await createPerson(world))
  expect(user?.PhoneConfig).toEqual({ PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 0 })
})

test('refuses a username that is taken, but tells upper and lower case apart (USR-02, USR-03, USR-21)', async () => {
  const world = await startWorld()
  await createPerson(world, { Username: 'ada' })
  await expect(createPerson(world, { Username: 'ada' })).rejects.toMatchObject(
    awsError('DuplicateResourceException', 409),
  )
  await expect(createPerson(world, { Username: 'Ada' })).resolves.toBeTruthy()
})

test('the same username may exist in another instance', async () => {
  const world = await startWorld()
  const other = await world.emulator.createInstance()
  await createPerson(world, { Username: 'ada' })
  const call = world.client.send(
    new CreateUserCommand(newUserInput(world, { Username: 'ada', InstanceId: other.instanceId })),
  )
  // The profile ids are those of the first instance: it fails on them, not on the name.
  await expect(call).rejects.toBeInstanceOf(ResourceNotFoundException)
})

test.each([
  ['20 characters', 'a'.repeat(20), 'ok'],
  ['21 characters', 'a'.repeat(21), 'InvalidParameterException'],
  ['an e-mail form', 'test@example.com', 'ok'],
  ['an @ outside an e-mail form', 'testuser@example', 'InvalidParameterException'],
])('username of %s on a Connect-managed instance (USR-01)', async (_name, Username, expected) => {
  const world = await startWorld()
  const call = createPerson(world, { Username })
  expect(await outcomeOf(call)).toBe(expected)
})

test.each([
  ['64 characters', 'a'.repeat(64), 'ok'],
  ['65 characters', 'a'.repeat(65), 'InvalidParameterException'],
  ['a space', 'ada lovelace', 'InvalidParameterException'],
  ['all allowed signs', 'a_b-c.d\\e', 'ok'],
])('username of %s on a SAML instance (USR-01)', async (_name, Username, expected) => {
  const world = await startWorld({ identityManagementType: 'SAML' })
  const IdentityInfo = { FirstName: 'Ada', LastName: 'Lovelace' }
  const call = createPerson(world, { Username, Password: undefined, IdentityInfo })
  expect(await outcomeOf(call)).toBe(expected)
})

test('password: required when Connect manages identities, refused otherwise (USR-05)', async () => {
  const managed = await startWorld()
  await expect(createPerson(managed, { Password: undefined })).rejects.toMatchObject(
    awsError('InvalidParameterException', 400),
  )
  await expect(createPerson(managed, { Password: 'nodigits' })).rejects.toMatchObject(
    awsError('InvalidParameterException', 400),
  )
  const saml = await startWorld({ identityManagementType: 'SAML' })
  const IdentityInfo = { FirstName: 'Ada', LastName: 'Lovelace' }
  await expect(createPerson(saml, { IdentityInfo })).rejects.toMatchObject(awsError('InvalidRequestException', 400))
})

test('names: required with Connect-managed and SAML identities, in NFC, last name up to 256 (USR-06, USR-09)', async () => {
  const world = await startWorld()
  const refused = awsError('InvalidParameterException', 400)
  await expect(createPerson(world, { IdentityInfo: { LastName: 'L' } })).rejects.toMatchObject(refused)
  await expect(createPerson(world, { IdentityInfo: { FirstName: 'F', LastName: '' } })).rejects.toMatchObject(refused)
  await expect(createPerson(world, { IdentityInfo: { FirstName: 'Zoe\u0308', LastName: 'L' } })).rejects.toMatchObject(
    refused,
  )
  await expect(
    createPerson(world, { IdentityInfo: { FirstName: 'F', LastName: 'L'.repeat(257) } }),
  ).rejects.toMatchObject(refused)
  await expect(
    createPerson(world, { IdentityInfo: { FirstName: 'F', LastName: 'L'.repeat(256) } }),
  ).resolves.toBeTruthy()
})

test('a SAML person has no primary e-mail but may have a secondary one (USR-06, USR-07)', async () => {
  const world = await startWorld({ identityManagementType: 'SAML' })
  const names = { FirstName: 'Ada', LastName: 'Lovelace' }
  await expect(
    createPerson(world, { Password: undefined, IdentityInfo: { ...names, Email: 'a@b.example' } }),
  ).rejects.toMatchObject(awsError('InvalidRequestException', 400))
  const id = await createPerson(world, {
    Password: undefined,
    IdentityInfo: { ...names, SecondaryEmail: 'a@b.example' },
  })
  expect((await describe(world, id))?.IdentityInfo?.SecondaryEmail).toBe('a@b.example')
})

test.each(['no-at-sign', 'a@b', 'a b@c.example', `${'a'.repeat(260)}@b.example`])(
  'refuses the e-mail address %s (USR-08)',
  async (address) => {
    const world = await startWorld()
    for (const member of ['Email', 'SecondaryEmail']) {
      const IdentityInfo = { FirstName: 'F', LastName: 'L', [member]: address }
      await expect(createPerson(world, { IdentityInfo })).rejects.toMatchObject(
        awsError('InvalidParameterException', 400),
      )
    }
  },
)

test('directory id: refused with SAML, required with an existing directory (USR-11)', async () => {
  const saml = await startWorld({ identityManagementType: 'SAML' })
  const bare = { Password: undefined, IdentityInfo: { FirstName: 'F', LastName: 'L' } }
  await expect(createPerson(saml, { ...bare, DirectoryUserId: 'x' })).rejects.toMatchObject(
    awsError('InvalidRequestException', 400),
  )
  const directory = await startWorld({ identityManagementType: 'EXISTING_DIRECTORY' })
  await expect(createPerson(directory, bare)).rejects.toMatchObject(awsError('InvalidParameterException', 400))
  const id = await createPerson(directory, { ...bare, DirectoryUserId: 'S-1-5-21' })
  expect((await describe(directory, id))?.DirectoryUserId).toBe('S-1-5-21')
})

test.each([
  ['AutoAccept', { AutoAccept: false }, { AutoAcceptConfigs: [] }],
  ['after-contact work', { AfterContactWorkTimeLimit: 5 }, { AfterContactWorkConfigs: [] }],
  ['phone type', { PhoneType: 'SOFT_PHONE' as const }, { PhoneNumberConfigs: [] }],
  ['desk phone number', { DeskPhoneNumber: '+15550100' }, { PhoneNumberConfigs: [] }],
  ['persistent connection', { PersistentConnection: true }, { PersistentConnectionConfigs: [] }],
])('refuses %s in old and new style at once (PHONE-08, PHONE-09)', async (_name, PhoneConfig, configs) => {
  const world = await startWorld()
  await expect(createPerson(world, { PhoneConfig, ...configs })).rejects.toMatchObject(
    awsError('InvalidRequestException', 400),
  )
})

test('takes per-channel settings, and PhoneConfig shows the voice channel’s (PHONE-10, PHONE-11)', async () => {
  const world = await startWorld()
  const id = await createPerson(world, {
    AutoAcceptConfigs: [{ Channel: 'VOICE', AutoAccept: true, AgentFirstCallbackAutoAccept: true }],
    AfterContactWorkConfigs: [
      { Channel: 'VOICE', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 30 } },
      { Channel: 'CHAT', AfterContactWorkConfig: { AfterContactWorkTimeLimit: 60 } },
    ],
    PhoneNumberConfigs: [{ Channel: 'VOICE', PhoneType: 'DESK_PHONE', PhoneNumber: '+15550100' }],
    PersistentConnectionConfigs: [{ Channel: 'VOICE', PersistentConnection: true }],
    VoiceEnhancementConfigs: [{ Channel: 'VOICE', VoiceEnhancementMode: 'VOICE_ISOLATION' }],
  })
  const user = await describe(world, id)
  expect(user?.PhoneConfig).toEqual({
    PhoneType: 'DESK_PHONE',
    DeskPhoneNumber: '+15550100',
    AutoAccept: true,
    AfterContactWorkTimeLimit: 30,
    PersistentConnection: true,
  })
  expect(user?.AfterContactWorkConfigs).toContainEqual({
    Channel: 'CHAT',
    AfterContactWorkConfig: { AfterContactWorkTimeLimit: 60 },
  })
  expect(user?.VoiceEnhancementConfigs).toEqual([{ Channel: 'VOICE', VoiceEnhancementMode: 'VOICE_ISOLATION' }])
})

test('a desk phone needs its number (PHONE-07)', async () => {
  const world = await startWorld()
  const refused = awsError('InvalidParameterException', 400)
  await expect(createPerson(world, { PhoneConfig: { PhoneType: 'DESK_PHONE' } })).rejects.toMatchObject(refused)
  const PhoneNumberConfigs = [{ Channel: 'VOICE' as const, PhoneType: 'DESK_PHONE' as const }]
  await expect(createPerson(world, { PhoneNumberConfigs })).rejects.toMatchObject(refused)
})

test('unknown routing profile, security profile or hierarchy group: not found', async () => {
  const world = await startWorld()
  for (const change of [{ RoutingProfileId: 'nope' }, { SecurityProfileIds: ['nope'] }, { HierarchyGroupId: 'nope' }]) {
    await expect(createPerson(world, change)).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))
  }
})

test('a refused create leaves nobody behind', async () => {
  const world = await startWorld()
  await expect(createPerson(world, { Username: 'ghost', HierarchyGroupId: 'nope' })).rejects.toMatchObject(
    awsError('ResourceNotFoundException', 404),
  )
  await expect(createPerson(world, { Username: 'ghost' })).resolves.toBeTruthy()
})
