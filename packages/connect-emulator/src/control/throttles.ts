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
const EVALUATIONS_PACE: Pace = { perSecond: 3, burst: 5 }
const PACES: Record<string, Pace> = {
  ...pace(5, 8, 'GetMetricData GetCurrentMetricData StartContactStreaming StopContactStreaming StartChatContact'),
  ...pace(5, 8, 'CreatePersistentContactAssociation UpdateParticipantRoleConfig CreateParticipant'),
  ...pace(10, 10, 'GetMetricDataV2'),
  ...pace(0.5, 1, 'SearchContacts'),
  ...pace(10, 15, 'GetContactAttributes UpdateContactAttributes DescribeContact StopContact UpdateContact'),
  ...pace(10, 15, 'ListContactReferences BatchPutContact'),
  ...pace(20, 25, 'TagContact UntagContact'),
  ...pace(20, 20, 'UpdateContactRoutingData'),
  ...pace(17, 26, 'SendChatIntegrationEvent'),
  ...pace(25, 50, 'ListIntegrationAssociations'),
}

function pace(perSecond: number, burst: number, operations: string): Record<string, Pace> {
  return Object.fromEntries(operations.split(' ').map((operation) => [operation, { perSecond, burst }]))
}

/** Two a second and bursts of five, but for the operations the page names, and all about evaluations. */
function paceOf(operation: string): Pace {
  return PACES[operation] ?? (operation.includes('Evaluation') ? EVALUATIONS_PACE : DEFAULT_PACE)
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
      const { perSecond, burst } = paceOf(operation)
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
