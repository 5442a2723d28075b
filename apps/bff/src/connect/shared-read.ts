import { unlessAborted } from './deadline.ts'
import { WaitScope } from './wait-scope.ts'

/**
 * A read that all who ask for it meanwhile share. Each caller may leave by its own signal; the read itself is stopped only
 * when the last one has left.
 */
export class SharedRead<Value> {
  readonly #read: (signal: AbortSignal) => Promise<Value>
  #running:
    | { readonly answer: Promise<Value>; readonly stop: AbortController; readonly scope: WaitScope; callers: number }
    | undefined

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
    // Whoever waits for the shared read waits for what it waits for.
    const endWait = WaitScope.current?.add(running.scope)
    try {
      return await unlessAborted(running.answer, signal)
    } finally {
      endWait?.()
      running.callers -= 1
      if (running.callers === 0 && this.#running === running) {
        this.#running = undefined
        running.stop.abort(new DOMException('Everyone who asked has left.', 'AbortError'))
      }
    }
  }

  #start() {
    const stop = new AbortController()
    const scope = new WaitScope()
    const answer = scope.run(() => this.#read(stop.signal))
    const running = { answer, stop, scope, callers: 0 }
    const end = () => {
      if (this.#running === running) this.#running = undefined
    }
    answer.then(end, end)
    return running
  }
}
