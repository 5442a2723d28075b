import { DescribeAgentStatusCommand, ListAgentStatusesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { outcomeOf, startWorld } from '../testing/test-world.ts'

test('a status with order and state', async () => {
  const { client, instanceId: InstanceId, arn } = await startWorld()
  const { AgentStatusSummaryList } = await client.send(new ListAgentStatusesCommand({ InstanceId }))
  const describe = (AgentStatusId: string | undefined) =>
    client.send(new DescribeAgentStatusCommand({ InstanceId, AgentStatusId }))
  const id = AgentStatusSummaryList?.[1]?.Id
  expect((await describe(id)).AgentStatus).toMatchObject({
    AgentStatusARN: `${arn}/agent-state/${id}`,
    Name: 'Offline',
    Type: 'OFFLINE',
    State: 'ENABLED',
    DisplayOrder: 2,
  })
  expect(await outcomeOf(describe('nope'))).toBe('ResourceNotFoundException')
})
