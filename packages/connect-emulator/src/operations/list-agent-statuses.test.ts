import { type AgentStatusType, ListAgentStatusesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('Available and Offline are there from the start (OTH-06)', async () => {
  const { client, instanceId: InstanceId, arn } = await startWorld()
  const { AgentStatusSummaryList } = await client.send(new ListAgentStatusesCommand({ InstanceId }))
  expect(AgentStatusSummaryList?.map(({ Name, Type }) => [Name, Type])).toEqual([
    ['Available', 'ROUTABLE'],
    ['Offline', 'OFFLINE'],
  ])
  expect(AgentStatusSummaryList?.[0]?.Arn).toBe(`${arn}/agent-state/${AgentStatusSummaryList?.[0]?.Id}`)
})

test('by type, in a query parameter with a capital; at most three types (WIRE-05)', async () => {
  const { client, instanceId: InstanceId } = await startWorld({ users: 1 })
  const list = (AgentStatusTypes: AgentStatusType[]) =>
    client.send(new ListAgentStatusesCommand({ InstanceId, AgentStatusTypes }))
  expect((await list(['CUSTOM'])).AgentStatusSummaryList).toHaveLength(4)
  expect((await list(['ROUTABLE', 'OFFLINE'])).AgentStatusSummaryList).toHaveLength(2)
  expect(await outcomeOf(list(['CUSTOM', 'CUSTOM', 'CUSTOM', 'CUSTOM']))).toBe('InvalidParameterException')
  expect(await outcomeOf(list(['BUSY' as AgentStatusType]))).toBe('InvalidParameterException')
})
