import type { CallSlots } from './call-slots.ts'
import type { CallQuota } from './quota-table.ts'

/** A bucket that fills at the quota's rate up to its burst. */
export class TokenBucket {
  readonly #quota: CallQuota
  #tokens: number
  #countedAt: number

  constructor(quota: CallQuota) {
    this.#quota = quota
    this.#tokens = quota.burst
    this.#countedAt = performance.now()
  }

  /** 0: a token was taken. Else milliseconds until there is one. */
  tryTake(): number {
    this.#refill()
    // A timer may fire a hair early; without the tolerance its token would be missed by a rounding error.
    if (this.#tokens < 1 - 1e-9) return Math.ceil(((1 - this.#tokens) / this.#quota.ratePerSecond) * 1000)
    this.#tokens = Math.max(0, this.#tokens - 1)
    return 0
  }

  #refill(): void {
    // performance.now() and not the wall clock: a clock that is set back would stop the line.
    const now = performance.now()
    const gained = ((now - this.#countedAt) / 1000) * this.#quota.ratePerSecond
    this.#tokens = Math.min(this.#quota.burst, this.#tokens + gained)
    this.#countedAt = now
  }
}

/** Slots for one process: a bucket an operation. */
export function createMemorySlots(): CallSlots {
  const buckets = new Map<string, TokenBucket>()
  return {
    tryTake(operation, quota) {
      let bucket = buckets.get(operation)
      if (!bucket) buckets.set(operation, (bucket = new TokenBucket(quota)))
      return bucket.tryTake()
    },
  }
}
