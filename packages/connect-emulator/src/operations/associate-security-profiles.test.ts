import {
  AssociateSecurityProfilesCommand,
  type AssociateSecurityProfilesCommandInput,
  DeleteSecurityProfileCommand,
  ListEntitySecurityProfilesCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

const AGENT = 'arn:aws:wisdom:us-east-1:123456789012:ai-agent/assistant-1/agent-1'

function associate(
  world: TestWorld,
  ids: (string | undefined)[],
  change: Partial<AssociateSecurityProfilesCommandInput> = {},
) {
  const SecurityProfiles = ids.map((Id) => ({ Id }))
  const input = {
    InstanceId: world.instanceId,
    SecurityProfiles,
    EntityType: 'AI_AGENT' as const,
    EntityArn: AGENT,
    ...change,
  }
  return world.client.send(new AssociateSecurityProfilesCommand(input))
}

async function list({ client, instanceId: InstanceId }: TestWorld, EntityArn: string) {
  const input = { InstanceId, EntityType: 'AI_AGENT' as const, EntityArn }
  return (await client.send(new ListEntitySecurityProfilesCommand(input))).SecurityProfiles?.map(({ Id }) => Id)
}

test('adds to what the agent has; twice is no error (AI-01, AI-07)', async () => {
  const world = await startWorld()
  const { Admin, Agent } = world.profiles
  const { $metadata, ...members } = await associate(world, [Agent])
  expect([$metadata.httpStatusCode, members]).toEqual([200, {}])
  await associate(world, [Agent, Admin])
  expect(await list(world, AGENT)).toEqual([Agent, Admin])
})

test('an ARN with a version is an agent of its own (AI-02, ARN-03)', async () => {
  const world = await startWorld()
  for (const qualifier of [':1', ':$LATEST', ':$SAVED']) {
    expect(await outcomeOf(associate(world, [world.profiles.Agent], { EntityArn: AGENT + qualifier }))).toBe('ok')
    expect(await list(world, AGENT + qualifier)).toEqual([world.profiles.Agent])
  }
  expect(await list(world, AGENT)).toEqual([])
})

test('for AI agents only, 1 to 10 known profiles (AI-01, AI-07)', async () => {
  const world = await startWorld()
  const { Agent } = world.profiles
  expect(await outcomeOf(associate(world, [Agent], { EntityType: 'USER' }))).toBe('InvalidParameterException')
  expect(await outcomeOf(associate(world, [Agent], { EntityArn: `${world.arn}/agent/x` }))).toBe(
    'InvalidParameterException',
  )
  expect(await outcomeOf(associate(world, []))).toBe('InvalidParameterException')
  expect(
    await outcomeOf(
      associate(
        world,
        Array.from({ length: 11 }, () => Agent),
      ),
    ),
  ).toBe('InvalidParameterException')
  expect(await outcomeOf(associate(world, [undefined]))).toBe('InvalidParameterException')
  expect(await outcomeOf(associate(world, [Agent, 'nope']))).toBe('ResourceNotFoundException')
  expect(await list(world, AGENT)).toEqual([])
})

test('a profile that an AI agent has cannot be deleted (SP-05)', async () => {
  const world = await startWorld()
  await associate(world, [world.profiles.QualityAnalyst])
  const input = { InstanceId: world.instanceId, SecurityProfileId: world.profiles.QualityAnalyst }
  expect(await outcomeOf(world.client.send(new DeleteSecurityProfileCommand(input)))).toBe('ResourceInUseException')
})
