import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Fault } from './fault.ts'

/** Opening a screen sends a handful of requests at once; over this many seconds it evens out. */
const WINDOW_SECONDS = 6

export interface RateLimit {
  /** Counts one request of `who`. Throws TOO_MANY_REQUESTS, with the seconds to wait. */
  require(who: string): Promise<void>
}

export function createRateLimit(requestsPerSecond: number): RateLimit {
  const limiter = new RateLimiterMemory({
    points: requestsPerSecond * WINDOW_SECONDS,
    duration: WINDOW_SECONDS,
  })
  return {
    async require(who) {
      try {
        await limiter.consume(who)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
        throw new Fault(
          'TOO_MANY_REQUESTS',
          { retryAfterSeconds },
          { message: `Too many requests. Wait ${retryAfterSeconds} seconds and try again.` },
        )
      }
    },
  }
}
