import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Fault } from './fault.ts'

/** 300 requests in 6 seconds: a busy person with many screens stays far below it, a loop does not. */
const WINDOW_SECONDS = 6
const REQUESTS_A_WINDOW = 300

export interface RateLimit {
  /** Counts one request of `who`. Throws TOO_MANY_REQUESTS, with the seconds to wait. */
  require(who: string): Promise<void>
}

export function createRateLimit(): RateLimit {
  const limiter = new RateLimiterMemory({ points: REQUESTS_A_WINDOW, duration: WINDOW_SECONDS })
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
