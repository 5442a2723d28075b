/** Most answers kept; the one not asked for the longest goes first. One may be the ids of 5,000 people. */
const MOST_KEPT = 100

/** What was computed from rows, kept until they change. Equal questions at the same time are one. */
export class KeptPerGeneration {
  readonly #kept = new Map<string, Promise<unknown>>()
  #generation = ''

  async get<Value>(generation: string, key: string, read: () => Promise<Value>): Promise<Value> {
    if (generation !== this.#generation) {
      this.#generation = generation
      this.#kept.clear()
    }
    const kept = this.#kept.get(key) ?? read()
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '')
    try {
      // What is kept under a key was read by the same question.
      return (await kept) as Value
    } catch (error) {
      if (this.#kept.get(key) === kept) this.#kept.delete(key)
      throw error
    }
  }
}
