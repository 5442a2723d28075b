import { unlessAborted } from './deadline.ts'

/**
 * A read that all who ask for it meanwhile share. Each caller may leave by its own signal; the read itself is stopped only
 * when the last one has left.
 */
export class SharedRead<Value> {
  readonly #read: (signal: AbortSignal) => Promise<Value>
  #running: { readonly answer: Promise<Value>; readonly stop: AbortController; callers: number } | undefined

  constructor(read: (signal: AbortSignal) => Promise<Value>) {
    this.#read = read
  }

  get isRunning(): boolean {
    return this.#running !== undefined
  }

  async join(signal?: AbortSignal): Promise<Value> {
    signal?.throwIfAborted()
    const running = (this.#running ??= this.#start())
    running.callers += 1
    try {
      return await unlessAborted(running.answer, signal)
    } finally {
      running.callers -= 1
      if (running.callers === 0 && this.#running === running) {
        this.#running = undefined
        running.stop.abort(new DOMException('Everyone who asked has left.', 'AbortError'))
      }
    }
  }

  #start() {
    const stop = new AbortController()
    const answer = this.#read(stop.signal)
    const running = { answer, stop, callers: 0 }
    const end = () => {
      if (this.#running === running) this.#running = undefined
    }
    answer.then(end, end)
    return running
  }
}
