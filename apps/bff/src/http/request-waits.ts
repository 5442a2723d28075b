import { WaitScope, type ReadingProgress } from '../connect/wait-scope.ts'

/** A request that waits for its turn with Amazon Connect, or for a long reading. */
export interface RequestWait {
  /** As it was asked, below /api. */
  readonly path: string
  readonly seconds: number
  readonly reading?: ReadingProgress
}

/** Whose requests wait how long, so that a screen can say so. A person is told of their own requests only. */
export class RequestWaits {
  readonly #running = new Map<string, Set<{ readonly path: string; readonly scope: WaitScope }>>()

  async track<Answer>(personId: string, path: string, task: () => Promise<Answer>): Promise<Answer> {
    const request = { path, scope: new WaitScope() }
    const mine = this.#running.get(personId) ?? new Set()
    this.#running.set(personId, mine.add(request))
    try {
      return await request.scope.run(task)
    } finally {
      mine.delete(request)
      if (mine.size === 0) this.#running.delete(personId)
    }
  }

  of(personId: string): RequestWait[] {
    return [...(this.#running.get(personId) ?? [])].flatMap(({ path, scope: { milliseconds, reading } }) =>
      milliseconds > 0 || reading
        ? [{ path, seconds: Math.ceil(milliseconds / 1_000), ...(reading && { reading }) }]
        : [],
    )
  }
}
