import type { Instance } from '../state/instance.ts'
import { AwsError } from '../wire/aws-error.ts'

/** AWS's defaults. https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html#connect-quotas */
export const DEFAULT_QUOTAS = {
  users: 500,
  securityProfiles: 100,
  hierarchyGroups: 500,
  routingProfiles: 500,
  quickConnects: 100,
}

export type Quotas = typeof DEFAULT_QUOTAS
export type QuotaName = keyof Quotas

const WORDS: Record<QuotaName, string> = {
  users: 'users',
  securityProfiles: 'security profiles',
  hierarchyGroups: 'user hierarchy groups',
  routingProfiles: 'routing profiles',
  quickConnects: 'quick connects',
}

/** @throws AwsError LimitExceededException (429) when the instance holds as many as it may (ERR-01, ERR-08) */
export function requireRoom(instance: Instance, name: QuotaName): void {
  const quota = instance.record.quotas[name]
  if (instance[name].size >= quota) {
    throw new AwsError('LimitExceededException', `The instance may have at most ${quota} ${WORDS[name]}`)
  }
}
