import { Fault } from '../http/fault.ts'
import { KeptReading, type KeptReadingOptions, type KnownReading, type Reading } from './kept-reading.ts'
import type { CallOptions } from './upstream.ts'

interface KeptReadingsOptions<Value> extends Omit<KeptReadingOptions<Value>, 'read'> {
  readonly read: (id: string, signal: AbortSignal) => Promise<Value>
  /** Those that nobody asked for the longest are forgotten beyond so many. */
  readonly most: number
}

/** Readings of one kind of resource, by id. */
export class KeptReadings<Value> {
  readonly #options: KeptReadingsOptions<Value>
  /** The one asked for last comes last. */
  readonly #byId = new Map<string, KeptReading<Value>>()

  constructor(options: KeptReadingsOptions<Value>) {
    this.#options = options
  }

  /** As `KeptReading.getOrKnown`. What is not there any more is forgotten. */
  async getOrKnown(id: string, options: CallOptions & { readonly maxAgeMs?: number }): Promise<KnownReading<Value>> {
    const reading = this.#touch(id)
    try {
      return await reading.getOrKnown(options)
    } catch (error) {
      const isGone = error instanceof Fault && error.code === 'NOT_FOUND'
      if ((isGone || !reading.isKnown) && this.#byId.get(id) === reading) this.#byId.delete(id)
      throw error
    }
  }

  /** What is kept of it is old from now on: somebody is about to write it. */
  expire(id: string): void {
    this.#byId.get(id)?.expire()
  }

  /** For when Connect does not answer: as of then. */
  remember(id: string, reading: Reading<Value>): void {
    this.#touch(id).remember(reading)
  }

  forget(id: string): void {
    this.#byId.delete(id)
  }

  #touch(id: string): KeptReading<Value> {
    const { read, most } = this.#options
    const reading = this.#byId.get(id) ?? new KeptReading({ ...this.#options, read: (signal) => read(id, signal) })
    this.#byId.delete(id)
    this.#byId.set(id, reading)
    for (const oldest of this.#byId.keys()) {
      if (this.#byId.size <= most) break
      this.#byId.delete(oldest)
    }
    return reading
  }
}
