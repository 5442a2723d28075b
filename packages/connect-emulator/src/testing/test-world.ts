import { randomUUID } from 'node:crypto'
import {
  ConnectClient,
  CreateUserCommand,
  type CreateUserCommandInput,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
} from '@aws-sdk/client-connect'
import { onTestFinished } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions, type InstanceSpec } from '../index.ts'

/** What a test of one operation needs: an emulator of its own with one instance, and the real SDK pointed at it. */
export interface TestWorld {
  emulator: Emulator
  client: ConnectClient
  instanceId: string
  arn: string
  /** Ids of the four default security profiles by name. */
  profiles: Record<string, string>
  routingProfileId: string
}

/** Starts a world that ends with the test. */
export async function startWorld(spec: InstanceSpec = {}, options: EmulatorOptions = {}): Promise<TestWorld> {
  const emulator = await createEmulator({
    onInternalError: (error) => {
      throw error
    },
    ...options,
  })
  const client = clientOf(emulator)
  onTestFinished(async () => {
    client.destroy()
    await emulator.close()
  })
  const { instanceId, arn } = await emulator.createInstance(spec)
  const listed = await client.send(new ListSecurityProfilesCommand({ InstanceId: instanceId, MaxResults: 1000 }))
  const profiles = Object.fromEntries((listed.SecurityProfileSummaryList ?? []).map(({ Name, Id }) => [Name, Id]))
  const routing = await client.send(new ListRoutingProfilesCommand({ InstanceId: instanceId }))
  const routingProfileId = routing.RoutingProfileSummaryList?.[0]?.Id ?? ''
  return { emulator, client, instanceId, arn, profiles, routingProfileId }
}

/** The SDK as a user has it, but for retries, which would hide what the emulator answers. */
export function clientOf(
  emulator: Emulator,
  accessKeyId = 'AKIATEST',
  secretAccessKey = 'secret',
  region = 'us-east-1',
): ConnectClient {
  return new ConnectClient({
    endpoint: emulator.url,
    region,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey },
  })
}

/** What CreateUser needs on a Connect-managed instance; a test changes what it is about. */
export function newUserInput(world: TestWorld, change: Partial<CreateUserCommandInput> = {}): CreateUserCommandInput {
  return {
    InstanceId: world.instanceId,
    Username: `user-${randomUUID().slice(0, 8)}`,
    Password: 'Passw0rd',
    IdentityInfo: { FirstName: 'Zoë', LastName: 'Ångström', Email: 'zoe@example.com' },
    SecurityProfileIds: [world.profiles.Agent ?? ''],
    RoutingProfileId: world.routingProfileId,
    ...change,
  }
}

/** Creates a person and gives the id. */
export async function createPerson(world: TestWorld, change: Partial<CreateUserCommandInput> = {}): Promise<string> {
  const { UserId } = await world.client.send(new CreateUserCommand(newUserInput(world, change)))
  return UserId ?? ''
}

/** What a rejected call looks like: `await expect(call).rejects.toMatchObject(awsError('ResourceNotFoundException', 404))`. */
export function awsError(
  name: string,
  httpStatusCode: number,
): { name: string; $metadata: { httpStatusCode: number } } {
  return { name, $metadata: { httpStatusCode } }
}

/** `ok`, or the name of the error a call was refused with: for tables of what is allowed and what is not. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'ok'
  } catch (error) {
    return error instanceof Error ? error.name : String(error)
  }
}
