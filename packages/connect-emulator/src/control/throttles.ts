import { operationBounds } from '../bounds/check-bounds.ts'
import { AwsError } from '../wire/aws-error.ts'

export type ThrottleMode = 'aws' | 'off'

interface Bucket {
  tokens: number
  filledAt: number
}

interface Pace {
  perSecond: number
  burst: number
}

// https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html#connect-api-quotas
const DEFAULT_PACE: Pace = { perSecond: 2, burst: 5 }
const PACES: Record<string, Pace> = {
  GetMetricData: { perSecond: 5, burst: 8 },
  GetMetricDataV2: { perSecond: 10, burst: 10 },
  GetCurrentMetricData: { perSecond: 5, burst: 8 },
  SearchContacts: { perSecond: 0.5, burst: 1 },
  ListIntegrationAssociations: { perSecond: 25, burst: 50 },
}

export interface Throttles {
  setMode(mode: ThrottleMode): void
  /** Takes a token of the operation's bucket, one per account and Region (ERR-09). @throws AwsError ThrottlingException or TooManyRequestsException */
  take(operation: string, region: string): void
}

/**
 * AWS's token buckets. They follow the real clock, not the emulator's: a stopped clock must not stop the refill.
 * @param monotonicNow milliseconds that never go back
 */
export function createThrottles(initial: ThrottleMode, monotonicNow: () => number): Throttles {
  let mode = initial
  const buckets = new Map<string, Bucket>()
  return {
    setMode(next) {
      mode = next
      buckets.clear()
    },
    take(operation, region) {
      if (mode === 'off') return
      const { perSecond, burst } = PACES[operation] ?? DEFAULT_PACE
      const key = `${region} ${operation}`
      const now = monotonicNow()
      const bucket = buckets.get(key) ?? { tokens: burst, filledAt: now }
      const tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond)
      if (tokens < 1) {
        buckets.set(key, { tokens, filledAt: now })
        throw new AwsError(throttlingName(operation), 'Rate exceeded')
      }
      buckets.set(key, { tokens: tokens - 1, filledAt: now })
    },
  }
}

/** ListViews and DescribeView have another name for it (ERR-01). */
function throttlingName(operation: string): string {
  const { errors = [] } = operationBounds[operation] ?? {}
  return errors.includes('TooManyRequestsException') ? 'TooManyRequestsException' : 'ThrottlingException'
}
