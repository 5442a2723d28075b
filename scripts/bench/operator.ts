import { setTimeout as sleep } from 'node:timers/promises'

/** One person's page: how long until it could be worked with, until it was whole, and what was shown in place of it. */
export interface Visit {
  readonly usableMs?: number
  /** Absent where the reader left before. */
  readonly completeMs?: number
  readonly error?: string
}

interface Pace {
  readonly everyMs: number
  readonly startInMs: number
}

/** Asks what the browser asks, for one signed-in person. */
export class Operator {
  readonly #base: string
  readonly #headers: Readonly<Record<string, string>>

  constructor(patchbay: string, alias: string, cookie: string) {
    this.#base = `${patchbay}/api/${alias}`
    this.#headers = { cookie, 'x-csrf': '1' }
  }

  /** Ids of all people, in the order of the list. */
  async readEverybody(): Promise<string[]> {
    const ids: string[] = []
    for (let page = 1; ; page += 1) {
      const { items, total } = (await this.#read(`/users?page=${page}&pageSize=100`)) as {
        items: { id: string }[]
        total: number
      }
      ids.push(...items.map(({ id }) => id))
      if (ids.length >= total || items.length === 0) return ids
    }
  }

  /** Opens one after the other, each at its time however long the one before takes; then the last one is left too. */
  async workThrough(ids: readonly string[], { everyMs, startInMs }: Pace): Promise<Visit[]> {
    const started = performance.now() + startInMs
    const visits: Promise<Visit>[] = []
    for (const [at, id] of ids.entries()) {
      await sleep(Math.max(0, started + at * everyMs - performance.now()))
      visits.push(
        this.#visit(id, AbortSignal.timeout(Math.max(1, Math.ceil(started + (at + 1) * everyMs - performance.now())))),
      )
    }
    return await Promise.all(visits)
  }

  async #visit(id: string, left: AbortSignal): Promise<Visit> {
    const opened = performance.now()
    const timed = async (path: string) => {
      await this.#read(path, left)
      return performance.now() - opened
    }
    const [whole, known] = await Promise.allSettled([timed(`/users/${id}`), timed(`/users/${id}/summary`)])
    const completeMs = whole.status === 'fulfilled' ? whole.value : undefined
    const knownMs = known.status === 'fulfilled' ? known.value : undefined
    const usable = [completeMs, knownMs].filter((ms) => ms !== undefined)
    const failures = [whole, known].flatMap((one) =>
      one.status === 'rejected' && !isLeave(one.reason) ? [String(one.reason)] : [],
    )
    return {
      ...(usable.length > 0 && { usableMs: Math.min(...usable) }),
      ...(completeMs !== undefined && { completeMs }),
      ...(failures[0] !== undefined && { error: failures[0] }),
    }
  }

  async #read(path: string, signal?: AbortSignal): Promise<unknown> {
    const response = await fetch(this.#base + path, { headers: this.#headers, ...(signal && { signal }) })
    if (response.status !== 200) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`)
    return await response.json()
  }
}

/** The reader went on to the next person: no error, nobody sees it. */
function isLeave(reason: unknown): boolean {
  return reason instanceof DOMException && (reason.name === 'TimeoutError' || reason.name === 'AbortError')
}
