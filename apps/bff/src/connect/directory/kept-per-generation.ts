/** Most answers kept; the one not asked for the longest goes first. One may be the ids of 5,000 people. */
const MOST_KEPT = 100

/** What was computed from the rows of one generation. What is kept under a key is the answer to one question. */
export interface Kept {
  get<Value>(key: string, read: () => Promise<Value>): Promise<Value>
  /** What was asked for before, where it is still kept. */
  find<Value>(key: string): Promise<Value> | undefined
}

/** What was computed from rows, kept until they change. Equal questions at the same time are one. */
export class KeptPerGeneration {
  readonly #kept = new Map<string, Promise<unknown>>()
  #generation = ''

  at(generation: string): Kept {
    return {
      get: (key, read) => this.#get(generation, key, read),
      find: <Value>(key: string) =>
        generation === this.#generation ? (this.#kept.get(key) as Promise<Value> | undefined) : undefined,
    }
  }

  async #get<Value>(generation: string, key: string, read: () => Promise<Value>): Promise<Value> {
    if (generation !== this.#generation) {
      this.#generation = generation
      this.#kept.clear()
    }
    const kept = this.#kept.get(key) ?? read()
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '')
    try {
      return (await kept) as Value
    } catch (error) {
      if (this.#kept.get(key) === kept) this.#kept.delete(key)
      throw error
    }
  }
}
