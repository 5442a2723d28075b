import type { DescribeAgentStatusRequest, DescribeAgentStatusResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { agentStatusAnswer, requireAgentStatus } from '../rules/agent-status.ts'

export const describeAgentStatus = defineInstanceOperation<DescribeAgentStatusRequest, DescribeAgentStatusResponse>(
  'DescribeAgentStatus',
  ({ AgentStatusId }, instance) => ({
    AgentStatus: agentStatusAnswer(instance, requireAgentStatus(instance, AgentStatusId)),
  }),
)
