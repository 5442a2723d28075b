import { ListSecurityProfileFlowModulesCommand, UpdateSecurityProfileCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('lists what the profile was given (SP-02, SP-10)', async () => {
  const { client, instanceId: InstanceId, profiles } = await startWorld()
  const SecurityProfileId = profiles.Agent
  const AllowedFlowModules = [{ Type: 'MCP' as const, FlowModuleId: 'module-1' }]
  await client.send(new UpdateSecurityProfileCommand({ InstanceId, SecurityProfileId, AllowedFlowModules }))
  const answer = await client.send(new ListSecurityProfileFlowModulesCommand({ InstanceId, SecurityProfileId }))
  expect(answer.AllowedFlowModules).toEqual(AllowedFlowModules)
  const eleven = Array.from({ length: 11 }, (_, at) => ({ Type: 'MCP' as const, FlowModuleId: `m${at}` }))
  const tooMany = client.send(
    new UpdateSecurityProfileCommand({ InstanceId, SecurityProfileId, AllowedFlowModules: eleven }),
  )
  expect(await outcomeOf(tooMany)).toBe('InvalidParameterException')
})

test('an unknown profile is not found', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const call = client.send(new ListSecurityProfileFlowModulesCommand({ InstanceId, SecurityProfileId: 'nope' }))
  expect(await outcomeOf(call)).toBe('ResourceNotFoundException')
})
