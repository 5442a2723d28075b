/** How often an operation may be called. */
export interface CallQuota {
  readonly ratePerSecond: number
  /** Most calls at once after a rest: the size of the bucket. */
  readonly burst: number
}

/**
 * Amazon Connect's default for every operation that Patchbay calls, per account and Region and shared with all other
 * tools: https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html#connect-api-quotas
 */
export const DEFAULT_CALL_QUOTA: CallQuota = { ratePerSecond: 2, burst: 5 }

/**
 * What Patchbay lets itself use of a quota. One call of the burst is kept back: calls that left evenly can arrive in
 * bunches, and with n - 1 in the bucket an arrival late by up to 1 / rate (half a second) still finds a token.
 */
export function ownShareOf({ ratePerSecond, burst }: CallQuota): CallQuota {
  return { ratePerSecond, burst: Math.max(1, burst - 1) }
}
