import { WaitScope } from './wait-scope.ts'

/** People look at a screen and wait; nobody waits for background work. */
export type Priority = 'person' | 'background'

interface Waiter {
  readonly admit: () => void
  readonly refuse: (reason: unknown) => void
  /** A background call went before, though this one stood in line. It happens to nobody twice. */
  wasPassed: boolean
}

export interface TakeOptions {
  readonly signal?: AbortSignal | undefined
  readonly priority?: Priority | undefined
}

/** Where people never leave a slot, background work still gets one after so many of theirs: sweeps must end some day. */
const PEOPLE_BEFORE_BACKGROUND = 10

/** The line before one operation: people before background work, earlier before later. Leaving it costs no slot. */
export class WaitingLine {
  readonly #tryTake: () => number | Promise<number>
  readonly #slotEveryMs: number
  readonly #people: Waiter[] = []
  readonly #background: Waiter[] = []
  #peopleSinceBackground = 0
  #isAsking = false
  #nextSlotAt = 0
  #timer: NodeJS.Timeout | undefined

  /**
   * @param tryTake as that of `CallSlots`
   * @param ratePerSecond how many slots there are to be expected, to tell who waits how long
   */
  constructor(tryTake: () => number | Promise<number>, ratePerSecond: number) {
    this.#tryTake = tryTake
    this.#slotEveryMs = 1_000 / ratePerSecond
  }

  /** Resolves when the call may leave. Rejects with the signal's reason when its caller leaves first. */
  take({ signal, priority = 'person' }: TakeOptions = {}): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      const line = priority === 'person' ? this.#people : this.#background
      const leave = () => {
        line.splice(line.indexOf(waiter), 1)
        endWait?.()
        reject(signal?.reason)
      }
      const waiter: Waiter = {
        wasPassed: false,
        admit: () => {
          signal?.removeEventListener('abort', leave)
          endWait?.()
          resolve()
        },
        refuse: (reason) => {
          signal?.removeEventListener('abort', leave)
          endWait?.()
          reject(reason)
        },
      }
      const expectedMs = () => this.#expectedMs(waiter)
      const endWait = WaitScope.current?.add({
        get milliseconds() {
          return expectedMs()
        },
      })
      signal?.addEventListener('abort', leave, { once: true })
      line.push(waiter)
      this.#ask()
    })
  }

  /** As if nobody came before it any more. */
  #expectedMs(waiter: Waiter): number {
    const place = [...this.#people, ...this.#background].indexOf(waiter)
    return Math.max(0, this.#nextSlotAt - performance.now()) + Math.max(0, place) * this.#slotEveryMs
  }

  get #isEmpty(): boolean {
    return this.#people.length === 0 && this.#background.length === 0
  }

  /** A slot is asked for first and given to whoever then stands in front: someone may come meanwhile, and go before. */
  #ask(): void {
    while (!this.#isEmpty && !this.#isAsking && this.#timer === undefined) {
      const answer = this.#tryTake()
      if (typeof answer === 'number') {
        this.#heed(answer)
        continue
      }
      this.#isAsking = true
      void this.#heedLater(answer)
    }
  }

  async #heedLater(answer: Promise<number>): Promise<void> {
    try {
      const milliseconds = await answer
      this.#isAsking = false
      this.#heed(milliseconds)
      this.#ask()
    } catch (reason) {
      this.#isAsking = false
      for (const waiter of [...this.#people.splice(0), ...this.#background.splice(0)]) waiter.refuse(reason)
    }
  }

  #heed(milliseconds: number): void {
    if (milliseconds === 0) {
      this.#next()?.admit()
      return
    }
    this.#nextSlotAt = performance.now() + milliseconds
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#ask()
    }, milliseconds)
  }

  #next(): Waiter | undefined {
    const isBackgroundDue =
      this.#people.length === 0 ||
      (this.#background.length > 0 &&
        this.#peopleSinceBackground >= PEOPLE_BEFORE_BACKGROUND &&
        !this.#people.some(({ wasPassed }) => wasPassed))
    if (!isBackgroundDue) {
      if (this.#background.length > 0) this.#peopleSinceBackground += 1
      return this.#people.shift()
    }
    this.#peopleSinceBackground = 0
    for (const person of this.#people) person.wasPassed = true
    return this.#background.shift()
  }
}
