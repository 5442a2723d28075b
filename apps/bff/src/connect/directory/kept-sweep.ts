import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { Fault } from '../../http/fault.ts'
import type { Leases } from '../../store/leases.ts'
import { SharedRead } from '../shared-read.ts'
import type { CallOptions } from '../upstream.ts'
import { WaitScope } from '../wait-scope.ts'
import type { ReadingKind, Readings, StoredReading } from './readings.ts'

export interface KeptSweepOptions {
  readonly kind: ReadingKind
  readonly keepMs: number
  readonly sweep: (call: CallOptions, requireTurn: () => Promise<void>) => Promise<void>
  readonly readings: Readings
  readonly leases: Leases
  /** What only one replica reads at a time. */
  readonly lease: string
  readonly now: () => Date
  readonly log: Logger
}

/**
 * A reading is followed by a rest of three times as long as it took: background work takes a quarter of an operation's
 * quota at most, which other tools of the company share. Nobody waits longer than this for it.
 */
const LONGEST_REST_MS = 600_000
/** After a try that failed, the next one that nobody waits for comes not sooner than this. */
const RETRY_AFTER_MS = 10_000
/** So long after a replica has died, another one reads. Kept while it lives, however long a reading takes. */
const LEASE_MS = 30_000
/** How often a replica looks whether the other has finished. */
const LOOK_MS = 250

/** Who waits for a reading: a person, unless it is a sweep in the background that needs another one first. */
type Caller = Pick<CallOptions, 'signal' | 'priority'>

/** One kind of reading of one instance: when it is read anew, by whom, and who waits for it. */
export class KeptSweep {
  readonly kind: ReadingKind
  readonly #options: KeptSweepOptions
  readonly #shared: SharedRead<'own' | 'other'>
  readonly #closing = new AbortController()
  /** This replica, among all that share the store. */
  readonly #holder = randomUUID()
  /** Who waits: as long as one of them is a person, its calls are not background work. */
  readonly #waiting = new Set<{ readonly isPerson: () => boolean }>()
  #inBackground: Promise<unknown> | undefined

  constructor(options: KeptSweepOptions) {
    this.kind = options.kind
    this.#options = options
    this.#shared = new SharedRead((signal) => this.#sweep(signal))
  }

  get isRunning(): boolean {
    return this.#shared.isRunning
  }

  /** Waits for a reading: the one that is running, or a new one. */
  async join(caller: Caller): Promise<'own' | 'other'> {
    const waiter = { isPerson: () => caller.priority !== 'background' }
    this.#waiting.add(waiter)
    try {
      return await this.#shared.join(caller.signal)
    } finally {
      this.#waiting.delete(waiter)
    }
  }

  /** Waits for a reading that begins after this call. All who ask so at the same time share it. */
  async renew(caller: Caller): Promise<void> {
    if (this.#shared.isRunning) {
      // How the one before ends says nothing about the one to come.
      await this.join(caller).catch(() => caller.signal?.throwIfAborted())
    }
    // Another replica's may have begun before this call, the one after that has not.
    if ((await this.join(caller)) === 'other') await this.join(caller)
  }

  /** Reads anew behind the scenes where what there is has become old. */
  refresh({ asOf, tookMs, problem }: StoredReading, maxAgeMs = this.#options.keepMs): void {
    const time = this.#options.now().getTime()
    const isFresh = asOf !== null && time - asOf.getTime() < Math.max(maxAgeMs, tookMs + restAfter(tookMs))
    const hasJustFailed = problem !== null && time - problem.at.getTime() < RETRY_AFTER_MS
    if (isFresh || hasJustFailed || this.#inBackground !== undefined || this.#closing.signal.aborted) return
    // Whose request sees that it is old does not wait for it.
    this.#inBackground = new WaitScope()
      .run(() => this.#shared.join())
      // It is written down with the reading and logged.
      .catch(() => {})
      .finally(() => (this.#inBackground = undefined))
  }

  /** Stops what is running, and resolves when it has let go of the store. */
  async close(): Promise<void> {
    this.#closing.abort(new DOMException('Patchbay is shutting down.', 'AbortError'))
    await this.#inBackground
  }

  async #sweep(left: AbortSignal): Promise<'own' | 'other'> {
    const { kind, readings, leases, lease } = this.#options
    const signal = AbortSignal.any([left, this.#closing.signal])
    const before = await readings.find(kind)
    while (!(await leases.take(lease, this.#holder, LEASE_MS))) {
      await delay(LOOK_MS, undefined, { signal })
      const now = await readings.find(kind)
      if (now.asOf?.getTime() !== before.asOf?.getTime()) return 'other'
      if (now.problem !== null && now.problem.at.getTime() !== before.problem?.at.getTime()) {
        throw new Fault('connect.unavailable', {}, { message: now.problem.message })
      }
    }
    const keeping = setInterval(() => void leases.take(lease, this.#holder, LEASE_MS).catch(() => {}), LEASE_MS / 3)
    try {
      await this.#sweepAlone(signal)
      return 'own'
    } finally {
      clearInterval(keeping)
      await leases.release(lease, this.#holder).catch(() => {})
    }
  }

  async #sweepAlone(signal: AbortSignal): Promise<void> {
    const { kind, readings, leases, lease, now, log } = this.#options
    const isAwaited = () => [...this.#waiting].some(({ isPerson }) => isPerson())
    const call: CallOptions = {
      signal,
      get priority() {
        return isAwaited() ? ('person' as const) : ('background' as const)
      },
    }
    const requireTurn = async () => {
      signal.throwIfAborted()
      if (await leases.take(lease, this.#holder, LEASE_MS)) return
      throw new Fault('connect.unavailable', {}, { message: 'Another replica of Patchbay is reading this now.' })
    }
    try {
      await this.#options.sweep(call, requireTurn)
    } catch (error) {
      if (signal.aborted) throw error
      const fault = error instanceof Fault ? error : undefined
      if (!fault) log.error({ err: error, kind }, 'reading the directory failed')
      await readings
        .fail(kind, {
          code: fault?.code ?? 'INTERNAL_SERVER_ERROR',
          message: fault?.message ?? 'Patchbay failed while reading from Amazon Connect.',
          at: now(),
        })
        .catch((failure: unknown) => log.error({ err: failure, kind }, 'writing down a failed reading failed'))
      throw error
    }
  }
}

function restAfter(tookMs: number): number {
  return Math.min(3 * tookMs, LONGEST_REST_MS)
}
