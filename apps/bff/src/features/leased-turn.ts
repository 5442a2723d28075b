import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Fault } from '../http/fault.ts'
import type { Caller } from './caller.ts'

/** So long may one who took the turn say nothing: who was killed is not waited for any longer. It is taken anew in time. */
const LEASE_MS = 10_000
const LOOK_AGAIN_MS = 50
/** Somebody waits for the answer. */
const WAIT_MS = 20_000

/** A turn that one of all replicas has at a time, from `take` to `release`. */
export class LeasedTurn {
  readonly #caller: Pick<Caller, 'leases' | 'log' | 'signal'>
  readonly #name: string
  readonly #busy: string
  readonly #holder = randomUUID()
  #keeping: NodeJS.Timeout | undefined

  /** @param busy what is said to who waited in vain: that nothing was changed, and what to do */
  constructor(caller: Pick<Caller, 'leases' | 'log' | 'signal'>, name: string, busy: string) {
    this.#caller = caller
    this.#name = name
    this.#busy = busy
  }

  /** Who has it may take it again. Throws `store.unavailable` where another one takes too long. */
  async take(): Promise<void> {
    const until = performance.now() + WAIT_MS
    while (!(await this.#takeNow())) {
      if (performance.now() > until) {
        throw new Fault('store.unavailable', { retryAfterSeconds: 5 }, { message: this.#busy })
      }
      await delay(LOOK_AGAIN_MS, undefined, { signal: this.#caller.signal })
    }
    this.#keeping ??= setInterval(() => void this.#takeNow().catch(this.#failed), LEASE_MS / 3)
  }

  /** Never rejects: what was done in the turn stands, and a lease that cannot be given back ends by itself. */
  async release(): Promise<void> {
    if (this.#keeping === undefined) return
    clearInterval(this.#keeping)
    await this.#caller.leases.release(this.#name, this.#holder).catch(this.#failed)
  }

  readonly #takeNow = () => this.#caller.leases.take(this.#name, this.#holder, LEASE_MS)

  readonly #failed = (error: unknown) =>
    this.#caller.log.error({ err: error, lease: this.#name }, 'a turn among replicas could not be kept')
}
