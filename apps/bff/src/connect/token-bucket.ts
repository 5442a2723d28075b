import type { CallQuota } from './quota-table.ts'

interface Waiter {
  readonly admit: () => void
}

/** A bucket that people stand in line for: first come, first served, and leaving the line costs no token. */
export class TokenBucket {
  readonly #quota: CallQuota
  readonly #waiting: Waiter[] = []
  #tokens: number
  #countedAt: number
  #timer: NodeJS.Timeout | undefined

  constructor(quota: CallQuota) {
    this.#quota = quota
    this.#tokens = quota.burst
    this.#countedAt = performance.now()
  }

  /** Seconds that a call joining now would wait. */
  get waitSeconds(): number {
    this.#refill()
    return Math.max(0, this.#waiting.length + 1 - this.#tokens) / this.#quota.ratePerSecond
  }

  /** Resolves when the call may leave. Rejects with the signal's reason when its caller leaves first. */
  take(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1)
        reject(signal?.reason)
      }
      const waiter: Waiter = {
        admit: () => {
          signal?.removeEventListener('abort', leave)
          resolve()
        },
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.#waiting.push(waiter)
      this.#admit()
    })
  }

  #refill(): void {
    // performance.now() and not the wall clock: a clock that is set back would stop the line.
    const now = performance.now()
    const gained = ((now - this.#countedAt) / 1000) * this.#quota.ratePerSecond
    this.#tokens = Math.min(this.#quota.burst, this.#tokens + gained)
    this.#countedAt = now
  }

  #admit(): void {
    this.#refill()
    while (this.#tokens >= 1 && this.#waiting.length > 0) {
      this.#tokens -= 1
      this.#waiting.shift()?.admit()
    }
    if (this.#waiting.length === 0 || this.#timer) return
    const milliseconds = Math.ceil(((1 - this.#tokens) / this.#quota.ratePerSecond) * 1000)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#admit()
    }, milliseconds)
  }
}
