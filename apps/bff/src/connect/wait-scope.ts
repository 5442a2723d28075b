import { AsyncLocalStorage } from 'node:async_hooks'

/** Something that is waited for, and about how much longer. */
export interface Wait {
  readonly milliseconds: number
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
}
