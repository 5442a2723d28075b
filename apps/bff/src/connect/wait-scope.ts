import { AsyncLocalStorage } from 'node:async_hooks'

/** How far the reading of everybody is. */
export interface ReadingProgress {
  readonly people: number
  /** As Amazon Connect counts them, which is approximate by name (CONS-08). */
  readonly ofAbout: number
}

/** Something that is waited for, and about how much longer. */
export interface Wait {
  readonly milliseconds: number
  /** Where it is a reading of many pages. */
  readonly reading?: ReadingProgress | undefined
}

const scopes = new AsyncLocalStorage<WaitScope>()

/** All that is waited for on behalf of one request, or of one read that several requests share. */
export class WaitScope implements Wait {
  readonly #waits = new Set<Wait>()

  /** The scope on whose behalf the running code waits. */
  static get current(): WaitScope | undefined {
    return scopes.getStore()
  }

  run<Answer>(task: () => Answer): Answer {
    return scopes.run(this, task)
  }

  /** The answer ends it. */
  add(wait: Wait): () => void {
    this.#waits.add(wait)
    return () => this.#waits.delete(wait)
  }

  get milliseconds(): number {
    let longest = 0
    for (const wait of this.#waits) longest = Math.max(longest, wait.milliseconds)
    return longest
  }

  get reading(): ReadingProgress | undefined {
    for (const { reading } of this.#waits) if (reading) return reading
    return undefined
  }
}
