import type { Instance } from '@patchbay/contract'
import type { Logger } from 'pino'
import { Fault } from '../http/fault.ts'
import type { Store } from '../store/store.ts'
import type { CallSlots } from './call-slots.ts'
import { createConnectClient } from './connect-client.ts'
import { Directory } from './directory/directory.ts'
import { readInstances, type FoundInstance } from './instances.ts'
import { signInToConnect, type ConnectSignIn, type FederationOptions } from './federation/sign-in-to-connect.ts'
import type { ConnectionState } from './circuit.ts'
import { NOTHING_WAS_CHANGED } from './error-table.ts'
import { KeptReading } from './kept-reading.ts'
import { createReadings, type Readings } from './readings.ts'
import type { OperationName } from './operations.ts'
import type { CallQuotas } from './quota-table.ts'
import { createMemorySlots } from './token-bucket.ts'
import { Turns } from './turns.ts'
import { createUpstream, type CallOptions, type Upstream } from './upstream.ts'

/** One instance, and all that is needed to call Connect about it. */
export interface ConnectInstance {
  readonly info: Instance
  readonly upstream: Upstream
  readonly directory: Directory
  /** What was described lately: for looking at, never to base a write on. */
  readonly readings: Readings
  /** Writes of one resource take turns; among replicas see `inTurn`. */
  readonly turns: Turns
  /** Undefined where Patchbay is not set up for it. Throws NOT_FOUND where Amazon Connect knows nobody of that name. */
  readonly signIn: ((username: string, options: Pick<CallOptions, 'signal'>) => Promise<ConnectSignIn>) | undefined
}

/** The one door to Amazon Connect. Everything it throws is a `Fault` with a code of the contract, or the caller's abort reason. */
export interface ConnectDoor {
  /**
   * The instances of this account and Region that the allow-list names, by alias; where Connect does not answer, those
   * that were last read. `including` names an alias that may be newer than what is kept.
   */
  listInstances(options?: CallOptions & { readonly including?: string | undefined }): Promise<readonly Instance[]>
  /** Throws NOT_FOUND where the alias is unknown or not allowed. */
  requireInstance(alias: string, options?: CallOptions): Promise<ConnectInstance>
  /** Whether Connect answers, for /readyz. The answer is kept for a few seconds, so that probes do not use up the quota. */
  isReachable(): Promise<boolean>
  /** What is known of the connection. While it is down, asking sees to it that somebody looks whether it still is. */
  connection(): ConnectionState
  /** Throws `connect.unavailable` while Connect does not answer, before anything of a write is begun. */
  requireAnswering(): void
  /** Drops what is queued, closes the connections, and resolves when nothing uses the store any more. */
  close(): Promise<void>
}

export interface ConnectDoorOptions {
  readonly region: string
  /** AWS_ENDPOINT_URL_CONNECT or AWS_ENDPOINT_URL; the SDK's own endpoint of the Region when absent. */
  readonly endpoint?: string | undefined
  /** Aliases or ids; requests name instances by alias only. */
  readonly allowedInstances: readonly string[] | 'all'
  /** Where the directories are. */
  readonly store: Store
  readonly now: () => Date
  readonly log: Logger
  /** `off` is for tests and for an emulator without throttles. Default `aws`. */
  readonly pace?: 'aws' | 'off' | undefined
  /** Quotas of this account that differ from Amazon Connect's defaults, by operation. */
  readonly quotas?: CallQuotas | undefined
  /** Where several processes share the quotas. Default: the memory of this one. */
  readonly slots?: CallSlots | undefined
  /** How people are signed in to Amazon Connect as themselves. Default: not at all. */
  readonly federation?: FederationOptions | undefined
  /** Longest wait for one upstream call with its retries, in milliseconds, without the wait for a slot. Default 10,000. */
  readonly deadlineMs?: number | undefined
  /** The same for the calls of one operation, asked at each. Default `deadlineMs`. */
  readonly deadlineOf?: ((operation: OperationName) => number) | undefined
}

const DEADLINE_MS = 10_000
const INSTANCES_KEEP_MS = 300_000
const REACHABLE_KEEP_MS = 5_000
/** An alias that is not there is looked for again, and a list that failed is asked for again, only after so long. */
const INSTANCES_PAUSE_MS = 5_000
const MOST_MISSED = 1_000

/** Makes the door. Nothing is sent before the first call. */
export function createConnectDoor(options: ConnectDoorOptions): ConnectDoor {
  const { region, endpoint, allowedInstances, store, now, log, pace = 'aws', deadlineMs = DEADLINE_MS } = options
  const { quotas, slots = createMemorySlots(), federation, deadlineOf = () => deadlineMs } = options
  const clientOptions = { region, endpoint, deadlineMs }
  const client = createConnectClient(clientOptions)
  const upstream = createUpstream({ client, now, log, pace, slots, quotas, deadlineOf })
  const states = new Map<string, Pick<ConnectInstance, 'directory' | 'readings' | 'turns'>>()
  /** By alias, when it was last looked for in vain. */
  const missedAt = new Map<string, number>()
  const instances = new KeptReading({
    read: (signal) => readInstances(upstream, allowedInstances, signal),
    now,
    keepMs: INSTANCES_KEEP_MS,
    keepFailureMs: INSTANCES_PAUSE_MS,
  })

  function stateOf(info: Instance) {
    let state = states.get(info.id)
    if (!state) {
      const directory = new Directory(upstream, info.id, store, log)
      state = { directory, readings: createReadings({ info, upstream, directory }), turns: new Turns() }
      states.set(info.id, state)
    }
    return state
  }

  async function findInstance(alias: string, signal: AbortSignal | undefined): Promise<FoundInstance | undefined> {
    const named = ({ info }: FoundInstance) => info.alias === alias
    return (await instances.getOrKnown({ signal })).value.find(named) ?? (await seek(alias, signal)).find(named)
  }

  /** A miss may be an instance that is newer than what is kept: the list is read again, but not for each one who mistypes. */
  async function seek(alias: string, signal: AbortSignal | undefined): Promise<readonly FoundInstance[]> {
    const isSought = now().getTime() - (missedAt.get(alias) ?? Number.NEGATIVE_INFINITY) < INSTANCES_PAUSE_MS
    if (isSought) return (await instances.getOrKnown({ signal })).value
    const { value } = await instances.get({ signal, maxAgeMs: 0 })
    missedAt.delete(alias)
    if (value.some(({ info }) => info.alias === alias)) return value
    missedAt.set(alias, now().getTime())
    for (const oldest of missedAt.keys()) {
      if (missedAt.size <= MOST_MISSED) break
      missedAt.delete(oldest)
    }
    return value
  }

  /** Where a look is due, one goes out; its end is the circuit's to know. */
  async function probe(): Promise<void> {
    try {
      if (!upstream.circuit.refuses) await readInstances(upstream, allowedInstances)
    } catch {
      // Still down: the circuit was told.
    }
  }

  return {
    async listInstances({ signal, including } = {}) {
      const kept = await instances.getOrKnown({ signal })
      const isMissed = including !== undefined && !kept.value.some(({ info }) => info.alias === including)
      const value = isMissed ? await seek(including, signal) : kept.value
      return value.map(({ info }) => info)
    },
    async requireInstance(alias, { signal } = {}) {
      const found = await findInstance(alias, signal)
      if (!found) {
        const message = 'There is no such Amazon Connect instance, or Patchbay is not set up to manage it.'
        throw new Fault('NOT_FOUND', {}, { message })
      }
      const signIn: ConnectInstance['signIn'] =
        federation &&
        ((username, call) =>
          signInToConnect(found, username, { ...federation, client: clientOptions, upstream, log }, call))
      return { info: found.info, upstream, signIn, ...stateOf(found.info) }
    },
    connection() {
      const connection = upstream.circuit.state
      if (connection.state === 'down') void probe()
      return connection
    },
    requireAnswering() {
      const { retryAfterSeconds } = upstream.circuit.state
      if (!upstream.circuit.refuses) return
      throw new Fault('connect.unavailable', { retryAfterSeconds }, { message: NOTHING_WAS_CHANGED })
    },
    async isReachable() {
      if (upstream.circuit.state.state === 'down') {
        void probe()
        return false
      }
      try {
        await instances.get({ maxAgeMs: REACHABLE_KEEP_MS })
        return true
      } catch {
        return false
      }
    },
    async close() {
      upstream.close()
      await Promise.all([...states.values()].map(({ directory }) => directory.close()))
      client.destroy()
    },
  }
}
