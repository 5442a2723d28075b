import { Fault } from '../http/fault.ts'
import { SharedRead } from './shared-read.ts'
import type { CallOptions } from './upstream.ts'

/** What was read, and the moment from which on a change in Connect may be missing in it. */
export interface Reading<Value> {
  readonly value: Value
  readonly asOf: Date
}

export interface KnownReading<Value> extends Reading<Value> {
  /** Connect did not answer: this is what was read before, however long ago. */
  readonly isStale: boolean
}

export interface KeptReadingOptions<Value> {
  readonly read: (signal: AbortSignal) => Promise<Value>
  readonly now: () => Date
  readonly keepMs: number
  /** How long a failure is repeated without asking again. Default: not at all. */
  readonly keepFailureMs?: number | undefined
}

/** A read that is kept for a while. A read that fails is an error for who asked, and leaves what was there in place. */
export class KeptReading<Value> {
  readonly #options: KeptReadingOptions<Value>
  #shared: SharedRead<Reading<Value>>
  #kept: Reading<Value> | undefined
  #failed: { readonly error: unknown; readonly at: number } | undefined
  #expiredAt = Number.NEGATIVE_INFINITY

  constructor(options: KeptReadingOptions<Value>) {
    this.#options = options
    this.#shared = this.#newRead()
  }

  get isKnown(): boolean {
    return this.#kept !== undefined
  }

  /** @param options.maxAgeMs 0 reads anew; default is the reading's own time. */
  async get({ signal, maxAgeMs }: CallOptions & { readonly maxAgeMs?: number | undefined } = {}): Promise<
    Reading<Value>
  > {
    const kept = this.#kept
    if (kept && this.#isYoung(kept.asOf.getTime(), maxAgeMs ?? this.#options.keepMs)) return kept
    const failed = this.#failed
    if (failed && this.#isYoung(failed.at, this.#options.keepFailureMs ?? 0)) throw failed.error
    return await this.#shared.join(signal)
  }

  /** As `get`, but where Connect does not answer, what was last read, however old. */
  async getOrKnown(
    options: CallOptions & { readonly maxAgeMs?: number | undefined } = {},
  ): Promise<KnownReading<Value>> {
    try {
      return { ...(await this.get(options)), isStale: false }
    } catch (error) {
      if (!this.#kept || options.signal?.aborted || !isNoAnswer(error)) throw error
      return { ...this.#kept, isStale: true }
    }
  }

  /** What is kept, and what is being read, is old from now on. */
  expire(): void {
    this.#expiredAt = this.#options.now().getTime()
    this.#shared = this.#newRead()
  }

  /** Where it was read elsewhere: known from now on, though not kept for those who ask for a young one. */
  remember(reading: Reading<Value>): void {
    this.expire()
    this.#keep(reading)
  }

  #newRead(): SharedRead<Reading<Value>> {
    const { read, now } = this.#options
    return new SharedRead(async (signal) => {
      const asOf = now()
      try {
        const reading = { value: await read(signal), asOf }
        this.#failed = undefined
        this.#keep(reading)
        return reading
      } catch (error) {
        if (!signal.aborted) this.#failed = { error, at: now().getTime() }
        throw error
      }
    })
  }

  /** A read that began earlier may end later; it knows less. */
  #keep(reading: Reading<Value>): void {
    if (!this.#kept || reading.asOf >= this.#kept.asOf) this.#kept = reading
  }

  #isYoung(at: number, maxAgeMs: number): boolean {
    return at > this.#expiredAt && this.#options.now().getTime() - at < maxAgeMs
  }
}

/** Connect answered nothing, or no more than that it has no time. Any other error is an answer. */
function isNoAnswer(error: unknown): boolean {
  return error instanceof Fault && (error.code === 'connect.unavailable' || error.code === 'connect.throttled')
}
