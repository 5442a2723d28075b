/** How often an operation may be called. */
export interface CallQuota {
  readonly ratePerSecond: number
  /** Most calls at once after a rest: the size of the bucket. */
  readonly burst: number
}

/** Quotas that AWS raised (or lowered) for this account, by operation. */
export type CallQuotas = Readonly<Partial<Record<string, CallQuota>>>

/**
 * Amazon Connect's default for every operation but the exceptions below, per account and Region and shared with all other
 * tools: https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html#connect-api-quotas
 */
const DEFAULT_CALL_QUOTA: CallQuota = { ratePerSecond: 2, burst: 5 }

/** The exceptions that the page names. Evaluations are told by their names: all of them have `EVALUATIONS_QUOTA`. */
const EXCEPTIONS: CallQuotas = {
  ...quota(5, 8, 'GetMetricData GetCurrentMetricData StartContactStreaming StopContactStreaming StartChatContact'),
  ...quota(5, 8, 'CreatePersistentContactAssociation UpdateParticipantRoleConfig CreateParticipant'),
  ...quota(10, 10, 'GetMetricDataV2'),
  ...quota(0.5, 1, 'SearchContacts'),
  ...quota(10, 15, 'GetContactAttributes UpdateContactAttributes DescribeContact StopContact UpdateContact'),
  ...quota(10, 15, 'ListContactReferences BatchPutContact SendIntegrationEvent'),
  ...quota(20, 25, 'TagContact UntagContact'),
  ...quota(20, 20, 'UpdateContactRoutingData'),
  ...quota(17, 26, 'SendChatIntegrationEvent'),
  ...quota(25, 50, 'ListIntegrationAssociations'),
}
const EVALUATIONS_QUOTA: CallQuota = { ratePerSecond: 3, burst: 5 }

function quota(ratePerSecond: number, burst: number, operations: string): CallQuotas {
  return Object.fromEntries(operations.split(' ').map((operation) => [operation, { ratePerSecond, burst }]))
}

/** What an operation may use: what this account was given, or what the page says. */
export function quotaOf(operation: string, overrides: CallQuotas = {}): CallQuota {
  const usual = /Evaluation/.test(operation) ? EVALUATIONS_QUOTA : DEFAULT_CALL_QUOTA
  return overrides[operation] ?? EXCEPTIONS[operation] ?? usual
}

/**
 * What Patchbay lets itself use of a quota. One call of the burst is kept back: calls that left evenly can arrive in
 * bunches, and with n - 1 in the bucket an arrival late by up to 1 / rate (half a second) still finds a token.
 */
export function ownShareOf({ ratePerSecond, burst }: CallQuota): CallQuota {
  return { ratePerSecond, burst: Math.max(1, burst - 1) }
}
