import type { Logger } from 'pino'
import type { OperationName } from './operations.ts'

/** Whether Amazon Connect answers at all, and since when. */
export interface ConnectionState {
  readonly state: 'answers' | 'down'
  /** Down: the first failure of those that opened the circuit. */
  readonly since: Date
  /** Down: seconds until somebody's call is let through to see. */
  readonly retryAfterSeconds: number | undefined
}

/** How a call ended, as far as the connection goes: a refusal or a throttle is an answer too. */
export type CallEnd = 'answered' | 'broken' | 'no answer' | 'left'

/** Leave to make one call. Its holder says how it ended. */
export type Pass = (end: CallEnd) => void

/** So many failures in a row are no accident any more: one call with its retries makes three. */
const FAILURES_TO_OPEN = 5
/** Soon after it opened, in case it was short; then ever more seldom. */
const FIRST_PROBE_MS = 1_000
const LONGEST_PROBE_MS = 10_000

/**
 * While Amazon Connect does not answer, calls are refused at once instead of each waiting for its deadline. One call at a
 * time is let through to see; when it is answered the circuit closes. Failures of one operation alone are that operation's
 * trouble as long as something answers; only where nothing answers at all they are the connection's.
 */
export class Circuit {
  readonly #now: () => Date
  readonly #log: Logger
  readonly #failing = new Set<OperationName>()
  #failures = 0
  #isAnsweredBadly = false
  #failingSince: Date | undefined
  #answersSince: Date
  #open: { probeAt: number; pauseMs: number; isProbing: boolean } | undefined
  #opening = new AbortController()

  constructor({ now, log }: { now: () => Date; log: Logger }) {
    this.#now = now
    this.#log = log
    this.#answersSince = now()
  }

  get state(): ConnectionState {
    if (!this.#open) return { state: 'answers', since: this.#answersSince, retryAfterSeconds: undefined }
    const milliseconds = Math.max(0, this.#open.probeAt - performance.now())
    return {
      state: 'down',
      since: this.#failingSince ?? this.#now(),
      retryAfterSeconds: Math.max(1, Math.ceil(milliseconds / 1_000)),
    }
  }

  /** Aborted when the circuit opens: whoever stands in line then need not wait to be refused. */
  get opening(): AbortSignal {
    return this.#opening.signal
  }

  /** Whether a call would be refused now. */
  get refuses(): boolean {
    return this.#open !== undefined && (this.#open.isProbing || performance.now() < this.#open.probeAt)
  }

  /** Undefined: refused. */
  findPass(operation: OperationName): Pass | undefined {
    if (this.refuses) return undefined
    const open = this.#open
    if (open) open.isProbing = true
    return (end) => {
      if (open) open.isProbing = false
      if (end === 'answered') this.#answered()
      else if (end !== 'left') this.#failed(operation, end, open !== undefined)
    }
  }

  #answered(): void {
    this.#failures = 0
    this.#failing.clear()
    this.#isAnsweredBadly = false
    this.#failingSince = undefined
    if (!this.#open) return
    this.#open = undefined
    this.#answersSince = this.#now()
    this.#opening = new AbortController()
    this.#log.info('Amazon Connect answers again')
  }

  #failed(operation: OperationName, end: CallEnd, wasProbe: boolean): void {
    this.#failures += 1
    this.#failing.add(operation)
    this.#isAnsweredBadly ||= end === 'broken'
    this.#failingSince ??= this.#now()
    if (this.#open) {
      // What left before it opened and fails now says nothing new.
      if (wasProbe) this.#probeLater(Math.min(this.#open.pauseMs * 2, LONGEST_PROBE_MS))
      return
    }
    if (this.#failures < FAILURES_TO_OPEN || (this.#isAnsweredBadly && this.#failing.size < 2)) return
    this.#probeLater(FIRST_PROBE_MS)
    this.#opening.abort()
    this.#log.warn(
      { failures: this.#failures },
      'Amazon Connect does not answer: calls are refused until one is answered',
    )
  }

  #probeLater(pauseMs: number): void {
    this.#open = { probeAt: performance.now() + pauseMs, pauseMs, isProbing: false }
  }
}
