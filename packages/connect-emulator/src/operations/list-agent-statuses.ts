import type { ListAgentStatusRequest, ListAgentStatusResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { arnOf } from '../rules/arn.ts'

/** The filter's query parameter keeps its capital: AgentStatusTypes (WIRE-05). */
export const listAgentStatuses = defineInstanceOperation<ListAgentStatusRequest, ListAgentStatusResponse>(
  'ListAgentStatuses',
  (input, instance, { now }) => {
    const types = input.AgentStatusTypes?.length ? new Set(input.AgentStatusTypes) : undefined
    const rows = instance.agentStatuses.filter((status) => types === undefined || types.has(status.type))
    const { items, nextToken } = pageOfRows('ListAgentStatuses', rows, input, now())
    return {
      AgentStatusSummaryList: items.map((status) => ({
        Id: status.id,
        Arn: arnOf(instance, 'agent-state', status.id),
        Name: status.name,
        Type: status.type,
        LastModifiedTime: new Date(status.lastModifiedTime),
        LastModifiedRegion: status.lastModifiedRegion,
      })),
      NextToken: nextToken,
    }
  },
)
