import type { FailedBatchAssociationSummary, SuccessfulBatchAssociationSummary } from '@aws-sdk/client-connect'
import type { WorkspaceAssociationRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { parseArn } from './arn.ts'

export interface BatchAnswer {
  SuccessfulList: SuccessfulBatchAssociationSummary[]
  FailedList: FailedBatchAssociationSummary[]
}

/** Why one item of a batch failed: an HTTP status as text (WS-02) and words. */
export interface Failure {
  code: '400' | '404' | '409'
  message: string
}

export type Assigned = Pick<WorkspaceAssociationRecord, 'resourceId' | 'resourceType'>

/** Runs one step an ARN; failures are told item by item inside a 200 (WS-01). */
export function answerBatch(arns: readonly string[], step: (arn: string) => Failure | undefined): BatchAnswer {
  const answer: BatchAnswer = { SuccessfulList: [], FailedList: [] }
  for (const arn of arns) {
    const failure = step(arn)
    if (failure) answer.FailedList.push({ ResourceArn: arn, ErrorCode: failure.code, ErrorMessage: failure.message })
    else answer.SuccessfulList.push({ ResourceArn: arn })
  }
  return answer
}

/** The person or routing profile an ARN names, or why it names none here (WS-03). */
export function findAssignable(instance: Instance, arn: string): Assigned | Failure {
  const { resource, instanceId } = parseArn(arn) ?? {}
  if (!resource) return { code: '400', message: 'The ARN is malformed' }
  const { kind, id } = resource
  if (kind !== 'agent' && kind !== 'routing-profile') {
    return { code: '400', message: 'Only users and routing profiles can be associated' }
  }
  const table = kind === 'agent' ? instance.users : instance.routingProfiles
  if (instanceId !== instance.id || !table.get(id)) return { code: '404', message: 'The resource was not found' }
  return { resourceId: id, resourceType: kind === 'agent' ? 'USER' : 'ROUTING_PROFILE' }
}
