/**
 * What was begun and is not done yet. A browser that leaves takes its connection along, but not the write it asked for nor
 * what follows that: whoever stops the server waits for these, not for connections alone.
 */
export class InFlight {
  readonly #running = new Set<Promise<unknown>>()

  async track<Answer>(work: Promise<Answer>): Promise<Answer> {
    this.#running.add(work)
    try {
      return await work
    } finally {
      this.#running.delete(work)
    }
  }

  /** Resolves when all of it is done, or at the deadline. */
  async settle(deadlineMs: number): Promise<void> {
    const { promise: isLate, resolve } = Promise.withResolvers<void>()
    const deadline = setTimeout(resolve, deadlineMs)
    await Promise.race([Promise.allSettled(this.#running), isLate])
    clearTimeout(deadline)
  }
}
