import { SharedRead } from './shared-read.ts'
import type { CallOptions } from './upstream.ts'

/** What was read, and the moment from which on a change in Connect may be missing in it. */
export interface Reading<Value> {
  readonly value: Value
  readonly asOf: Date
}

export interface KeptReadingOptions<Value> {
  readonly read: (signal: AbortSignal) => Promise<Value>
  readonly now: () => Date
  readonly keepMs: number
}

/** A read that is kept for a while. A read that fails is an error for who asked, and leaves what was there in place. */
export class KeptReading<Value> {
  readonly #options: KeptReadingOptions<Value>
  readonly #shared: SharedRead<Reading<Value>>
  #kept: Reading<Value> | undefined

  constructor(options: KeptReadingOptions<Value>) {
    this.#options = options
    this.#shared = new SharedRead(async (signal) => {
      const asOf = options.now()
      const reading = { value: await options.read(signal), asOf }
      this.#kept = reading
      return reading
    })
  }

  /** @param options.maxAgeMs 0 reads anew; default is the reading's own time. */
  async get({ signal, maxAgeMs }: CallOptions & { readonly maxAgeMs?: number } = {}): Promise<Reading<Value>> {
    const kept = this.#kept
    if (kept && this.#ageMs(kept) < (maxAgeMs ?? this.#options.keepMs)) return kept
    return await this.#shared.join(signal)
  }

  /** As `get`, but where the read fails, what was last read, however old. */
  async getOrKept(options: CallOptions & { readonly maxAgeMs?: number } = {}): Promise<Reading<Value>> {
    try {
      return await this.get(options)
    } catch (error) {
      if (!this.#kept || options.signal?.aborted) throw error
      return this.#kept
    }
  }

  #ageMs({ asOf }: Reading<Value>): number {
    return this.#options.now().getTime() - asOf.getTime()
  }
}
