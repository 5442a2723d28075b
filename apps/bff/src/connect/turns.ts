/** One at a time per resource, in this process: two who save the same person at the same moment are one winner and one conflict. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>()

  async run<Answer>(resource: string, task: () => Promise<Answer>): Promise<Answer> {
    const before = this.#last.get(resource)
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    this.#last.set(resource, ended)
    await before
    try {
      return await task()
    } finally {
      end()
      if (this.#last.get(resource) === ended) this.#last.delete(resource)
    }
  }
}
