import { ConnectClient } from '@aws-sdk/client-connect'
import { createEmulator, type Emulator, type EmulatorOptions, type InstanceSpec } from '@patchbay/connect-emulator'
import { pino, type Logger } from 'pino'
import { vi } from 'vitest'
import { openTestStore, type TestStore } from '../../store/testing/open-test-store.ts'
import { createConnectDoor, type ConnectDoor, type ConnectDoorOptions, type ConnectInstance } from '../connect-door.ts'

export interface OpenDoor {
  readonly emulator: Emulator
  readonly door: ConnectDoor
  readonly instance: ConnectInstance
  readonly instanceId: string
  /** Another tool of the company: the plain SDK, at the same emulator. */
  readonly otherTool: ConnectClient
  readonly store: TestStore
  readonly log: Logger
  /** What was logged, one parsed line each. */
  readonly logged: Record<string, unknown>[]
  /** Sets anew which calls a fault with a rate of 0.5 hits. */
  hitNext(hits: readonly boolean[]): void
  /** Names and statuses of the calls about the instance, in order. */
  calls(operation?: string): string[]
  [Symbol.asyncDispose](): Promise<void>
}

export interface OpenDoorOptions extends Partial<ConnectDoorOptions> {
  readonly spec?: InstanceSpec
  readonly service?: EmulatorOptions
  /** Which calls a fault with a rate of 0.5 hits, from the next call on: `[false, true]` spares one and hits one. */
  readonly hits?: readonly boolean[]
}

/** Beyond what a busy machine takes. */
const DEADLINE_MS = 20_000
/** Of an operation that is delayed beyond the deadline: nobody has to wait for it then. */
const STALLED_DEADLINE_MS = 300

/** The emulator, and the deadline of each operation by the faults that are set. */
async function createStallingEmulator(options: EmulatorOptions) {
  const emulator = await createEmulator(options)
  const stalled = new Set<string>()
  const watched: Emulator = {
    ...emulator,
    setFault(fault) {
      if ((fault.delayMs ?? 0) > DEADLINE_MS) stalled.add(fault.operation)
      emulator.setFault(fault)
    },
    clearFaults(instanceId) {
      stalled.clear()
      emulator.clearFaults(instanceId)
    },
  }
  const isStalled = (operation: string) => stalled.has(operation) || stalled.has('*')
  return {
    emulator: watched,
    deadlineOf: (operation: string) => (isStalled(operation) ? STALLED_DEADLINE_MS : DEADLINE_MS),
  }
}

/** A world of one's own: an emulator with one instance, and a door to it. */
export async function openDoor({ spec, service, hits = [], ...options }: OpenDoorOptions = {}): Promise<OpenDoor> {
  stubCredentials()
  let pending = [...hits]
  const random = () => (pending.shift() ? 0 : 0.9)
  const { emulator, deadlineOf } = await createStallingEmulator({ ...service, random })
  const { instanceId, alias } = await emulator.createInstance({
    users: 12,
    hierarchyGroups: 20,
    securityProfiles: 6,
    ...spec,
  })
  const logged: Record<string, unknown>[] = []
  const log = pino({ base: null }, { write: (line) => logged.push(JSON.parse(line)) })
  const { now = () => new Date() } = options
  const store = await openTestStore({ now })
  const door = createConnectDoor({
    region: 'us-east-1',
    endpoint: emulator.url,
    allowedInstances: 'all',
    store,
    now,
    log,
    pace: 'off',
    deadlineMs: DEADLINE_MS,
    deadlineOf,
    ...options,
  })
  const otherTool = new ConnectClient({ region: 'us-east-1', endpoint: emulator.url })
  return {
    emulator,
    door,
    instanceId,
    otherTool,
    store,
    log,
    logged,
    hitNext: (next) => void (pending = [...next]),
    instance: await door.requireInstance(alias),
    calls: (operation) =>
      emulator
        .listCalls({ instanceId, ...(operation === undefined ? {} : { operation }) })
        .map((call) => `${call.operation} ${call.status}`),
    async [Symbol.asyncDispose]() {
      await door.close()
      otherTool.destroy()
      await emulator.close()
      await store[Symbol.asyncDispose]()
    },
  }
}

/** The emulator takes any well-formed credentials; the SDK's chain looks into the environment first. */
export function stubCredentials(): void {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
}
