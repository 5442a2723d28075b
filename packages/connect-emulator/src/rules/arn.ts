import type { Instance } from '../state/instance.ts'

/** The account that every instance of the emulator belongs to. */
export const ACCOUNT_ID = '123456789012'

export type ArnKind =
  | 'agent'
  | 'agent-group'
  | 'agent-group-level'
  | 'agent-state'
  | 'notification'
  | 'queue'
  | 'routing-profile'
  | 'security-profile'
  | 'transfer-destination'
  | 'workspace'
  | 'operating-hours'

export function instanceArn(region: string, instanceId: string): string {
  return `arn:aws:connect:${region}:${ACCOUNT_ID}:instance/${instanceId}`
}

/** The ARN of a resource below an instance (ARN-01). */
export function arnOf(instance: Instance, kind: ArnKind, id: string): string {
  return `${instance.record.arn}/${kind}/${id}`
}

export interface ParsedArn {
  region: string
  accountId: string
  instanceId: string
  /** Absent for the instance itself. */
  resource?: { kind: string; id: string }
}

const ARN =
  /^arn:(?:aws|aws-cn|aws-us-gov):connect:([a-z0-9-]*):(\d{12}):instance\/([^/\s]+)(?:\/([a-z-]+)\/([^/\s]+))?$/

/** Reads an Amazon Connect ARN in any of its forms; undefined when it is none. */
export function parseArn(arn: string): ParsedArn | undefined {
  const parts = ARN.exec(arn)
  if (!parts) return undefined
  const [, region = '', accountId = '', instanceId = '', kind, id] = parts
  return {
    region,
    accountId,
    instanceId,
    ...(kind !== undefined && id !== undefined ? { resource: { kind, id } } : {}),
  }
}
