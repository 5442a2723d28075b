import { ListSecurityProfileAIAgentsCommand, UpdateSecurityProfileCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('lists what the profile was given (SP-02, SP-10)', async () => {
  const { client, instanceId: InstanceId, profiles } = await startWorld()
  const SecurityProfileId = profiles.Agent
  const Arn = 'arn:aws:app-integrations:us-east-1:123456789012:application/5d6b3b0c-0000-4000-8000-000000000001'
  const AllowedAIAgents = [{ Arn, Type: 'THIRD_PARTY' as const }]
  await client.send(new UpdateSecurityProfileCommand({ InstanceId, SecurityProfileId, AllowedAIAgents }))
  const answer = await client.send(new ListSecurityProfileAIAgentsCommand({ InstanceId, SecurityProfileId }))
  expect(answer.AllowedAIAgents).toEqual(AllowedAIAgents)
})

test('an unknown profile is not found', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const call = client.send(new ListSecurityProfileAIAgentsCommand({ InstanceId, SecurityProfileId: 'nope' }))
  expect(await outcomeOf(call)).toBe('ResourceNotFoundException')
})
