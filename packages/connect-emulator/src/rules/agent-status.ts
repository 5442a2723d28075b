import type { AgentStatus } from '@aws-sdk/client-connect'
import type { AgentStatusRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { notFound } from '../wire/aws-error.ts'
import { arnOf } from './arn.ts'

/** @throws AwsError ResourceNotFoundException */
export function requireAgentStatus(instance: Instance, id: string): AgentStatusRecord {
  const status = instance.agentStatuses.get(id)
  if (!status) throw notFound(`Agent status ${id.slice(0, 100)} was not found`)
  return status
}

export function agentStatusAnswer(instance: Instance, status: AgentStatusRecord): AgentStatus {
  return {
    AgentStatusARN: arnOf(instance, 'agent-state', status.id),
    AgentStatusId: status.id,
    Name: status.name,
    Description: status.description,
    Type: status.type,
    DisplayOrder: status.displayOrder,
    State: status.state,
    Tags: { ...status.tags },
    LastModifiedTime: new Date(status.lastModifiedTime),
    LastModifiedRegion: status.lastModifiedRegion,
  }
}
