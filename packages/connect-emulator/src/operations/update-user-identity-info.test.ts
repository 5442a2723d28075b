import { DescribeUserCommand, UpdateUserIdentityInfoCommand, type UserIdentityInfo } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, createPerson, startWorld, type TestWorld } from '../testing/test-world.ts'

function update(world: TestWorld, UserId: string, IdentityInfo: UserIdentityInfo) {
  return world.client.send(new UpdateUserIdentityInfoCommand({ InstanceId: world.instanceId, UserId, IdentityInfo }))
}

async function read(world: TestWorld, UserId: string) {
  return (await world.client.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId }))).User
}

test('replaces the identity: what is left out is cleared (USR-16)', async () => {
  let now = 1_800_000_000_000
  const world = await startWorld({}, { now: () => now })
  const id = await createPerson(world, {
    IdentityInfo: { FirstName: 'Ada', LastName: 'King', Email: 'a@b.example', Mobile: '+4915112345' },
  })
  now += 5000
  await update(world, id, { FirstName: 'Ada', LastName: 'Lovelace', SecondaryEmail: 'c@d.example' })
  const user = await read(world, id)
  expect(user?.IdentityInfo).toEqual({ FirstName: 'Ada', LastName: 'Lovelace', SecondaryEmail: 'c@d.example' })
  expect(user?.LastModifiedTime).toEqual(new Date(now))
})

test('answers 200 with an empty body (WIRE-01, OTH-08)', async () => {
  const world = await startWorld()
  const { $metadata, ...members } = await update(world, await createPerson(world), { FirstName: 'A', LastName: 'B' })
  expect($metadata.httpStatusCode).toBe(200)
  expect(members).toEqual({})
})

test.each([
  ['no first name', { LastName: 'L' }],
  ['empty first name', { FirstName: '', LastName: 'L' }],
  ['first name of 256', { FirstName: 'F'.repeat(256), LastName: 'L' }],
  ['last name not in NFC', { FirstName: 'F', LastName: 'e\u0301' }],
  ['bad e-mail', { FirstName: 'F', LastName: 'L', Email: 'nobody' }],
  ['bad mobile', { FirstName: 'F', LastName: 'L', Mobile: '0170' }],
])('refuses %s and changes nothing (USR-06, USR-08, USR-09)', async (_name, identity) => {
  const world = await startWorld()
  const id = await createPerson(world)
  const before = await read(world, id)
  await expect(update(world, id, identity)).rejects.toMatchObject(awsError('InvalidParameterException', 400))
  expect(await read(world, id)).toEqual(before)
})

test('an existing directory keeps names and primary e-mail to itself (USR-10)', async () => {
  const world = await startWorld({ identityManagementType: 'EXISTING_DIRECTORY' })
  const IdentityInfo = { FirstName: 'Ada', LastName: 'Lovelace', Email: 'a@b.example' }
  const id = await createPerson(world, { Password: undefined, DirectoryUserId: 'S-1', IdentityInfo })
  await expect(update(world, id, { FirstName: 'Eve' })).rejects.toMatchObject(awsError('InvalidRequestException', 400))
  await update(world, id, { Mobile: '+4915112345' })
  expect((await read(world, id))?.IdentityInfo).toEqual({ ...IdentityInfo, Mobile: '+4915112345' })
})

test('SAML: primary e-mail is refused, secondary taken (USR-06, USR-07)', async () => {
  const world = await startWorld({ identityManagementType: 'SAML' })
  const names = { FirstName: 'Ada', LastName: 'Lovelace' }
  const id = await createPerson(world, { Password: undefined, IdentityInfo: names })
  await expect(update(world, id, { ...names, Email: 'a@b.example' })).rejects.toMatchObject(
    awsError('InvalidRequestException', 400),
  )
  await update(world, id, { ...names, SecondaryEmail: 'c@d.example' })
  expect((await read(world, id))?.IdentityInfo?.SecondaryEmail).toBe('c@d.example')
})

test('an unknown person is not found', async () => {
  const world = await startWorld()
  await expect(update(world, 'nobody', { FirstName: 'A', LastName: 'B' })).rejects.toMatchObject(
    awsError('ResourceNotFoundException', 404),
  )
})
