import { GetFederationTokenCommand } from '@aws-sdk/client-connect'
import { expect, onTestFinished, test } from 'vitest'
import { awsError, clientOf, createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

async function startSaml(): Promise<TestWorld & { userId: string }> {
  const world = await startWorld({ identityManagementType: 'SAML' }, { now: () => 1_800_000_000_000 })
  const IdentityInfo = { FirstName: 'Ada', LastName: 'L' }
  return { ...world, userId: await createPerson(world, { Username: 'ada', Password: undefined, IdentityInfo }) }
}

function federate({ emulator, instanceId: InstanceId }: TestWorld, accessKeyId: string) {
  const client = clientOf(emulator, accessKeyId)
  onTestFinished(() => client.destroy())
  return client.send(new GetFederationTokenCommand({ InstanceId }))
}

test('tokens with expiry for the person the credentials stand for (OTH-01, ARN-02)', async () => {
  const world = await startSaml()
  const answer = await federate(world, 'ada')
  expect(answer).toMatchObject({
    UserId: world.userId,
    UserArn: `${world.arn}/agent/${world.userId}`,
    SignInUrl: expect.stringMatching(/^https:\/\/.*\.my\.connect\.aws\//),
    Credentials: {
      AccessTokenExpiration: new Date(1_800_000_000_000 + 3_600_000),
      RefreshTokenExpiration: new Date(1_800_000_000_000 + 43_200_000),
    },
  })
  expect(answer.Credentials?.AccessToken).not.toBe((await federate(world, 'ada')).Credentials?.AccessToken)
})

test('the sign-in is where the instance’s website is', async () => {
  const accessUrl = 'http://127.0.0.1:9'
  const world = await startWorld({ identityManagementType: 'SAML', accessUrl })
  await createPerson(world, { Username: 'ada', Password: undefined, IdentityInfo: { FirstName: 'Ada', LastName: 'L' } })
  expect((await federate(world, 'ada')).SignInUrl).toBe(`${accessUrl}/auth/sign-in`)
  expect(await outcomeOf(world.emulator.createInstance({ accessUrl: 'nowhere' }))).toBe('InvalidRequestException')
})

test('nobody by that name, root, or no SAML (OTH-01)', async () => {
  const world = await startSaml()
  await expect(federate(world, 'nobody')).rejects.toMatchObject(awsError('UserNotFoundException', 404))
  await expect(federate(world, 'ROOT')).rejects.toMatchObject({
    message: expect.stringContaining('cannot be used for federation'),
  })
  await expect(federate(await startWorld(), 'ada')).rejects.toMatchObject(awsError('InvalidRequestException', 400))
})
