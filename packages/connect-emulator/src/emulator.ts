import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { createClock } from './clock.ts'
import { type Call, type CallFilter, createCallLog } from './control/calls.ts'
import { CONTROL_PREFIX, serveControl } from './control/control-api.ts'
import { type ContactSpec, putContact } from './control/contacts.ts'
import { createFaults, type Fault } from './control/faults.ts'
import { createThrottles, type ThrottleMode } from './control/throttles.ts'
import { operations } from './operations/registry.ts'
import { createInstance, type CreatedInstance, type InstanceSpec } from './seed/create-instance.ts'
import { openSqliteSink } from './state/sqlite-sink.ts'
import { World } from './state/world.ts'
import { createService } from './wire/service.ts'

export type { Call, CallFilter, ContactSpec, CreatedInstance, Fault, InstanceSpec, ThrottleMode }

export interface EmulatorOptions {
  /** Default 0: a free one. */
  port?: number
  /** Default 127.0.0.1. */
  host?: string
  /** Folder to keep the state in; memory only when left out. */
  dataDir?: string
  /** AWS's pace per operation, or none. Default `off`. */
  throttles?: ThrottleMode
  /** Secret access keys by access key id. With any, signatures are checked; without, every well-formed one passes. */
  credentials?: Readonly<Record<string, string>>
  /** Region in the ARNs of new instances; calls may come signed for any region. Default us-east-1. */
  region?: string
  /** Epoch milliseconds. Default Date.now. */
  now?: () => number
  /** 0 ≤ value < 1, for faults with a rate. Default Math.random. */
  random?: () => number
  /** Ids of created resources. Default random UUIDs. */
  newId?: () => string
  /** Told of what should never happen, beside the 500 that the caller gets. Default: written to stderr. */
  onInternalError?: (error: unknown) => void
}

export interface Emulator {
  url: string
  port: number
  createInstance(spec?: InstanceSpec): Promise<CreatedInstance>
  /** Id of the instance with this alias. */
  findInstance(alias: string): string | undefined
  listCalls(filter?: CallFilter): Call[]
  countCalls(filter?: CallFilter): number
  setFault(fault: Fault): void
  /** No fault is left, and what one delays is answered at once. */
  clearFaults(instanceId?: string): void
  /** Gives somebody who is signed in a contact; the id of it. */
  putContact(contact: ContactSpec): string
  setThrottles(mode: ThrottleMode): void
  /** Searches see a write this many seconds later; told so, reads of one resource miss it too until then (CONS-01). Only writes from now on lag. */
  setSearchLag(seconds: number, options?: { describeAfterCreate?: boolean }): void
  /** Answers what is in flight, then closes port and state. */
  close(): Promise<void>
}

/** Longer than the SDK's idle connections live, so that the emulator is not the one to close a connection in use. */
const KEEP_ALIVE_MILLISECONDS = 120_000
const IDLE_SWEEP_MILLISECONDS = 20

/**
 * Starts Amazon Connect on a local port.
 * @throws Error when the port is taken or the data folder cannot be written
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = '127.0.0.1', region = 'us-east-1' } = options
  const clock = createClock(options.now ?? Date.now)
  const sink = options.dataDir === undefined ? undefined : openSqliteSink(options.dataDir)
  const world = new World(sink, clock.now)
  if (sink) world.load(sink.load())
  const calls = createCallLog()
  const faults = createFaults(options.random ?? Math.random)
  const throttles = createThrottles(options.throttles ?? 'off', () => performance.now())

  const controls = {
    createInstance: async (spec: InstanceSpec = {}) => createInstance(world, spec, region),
    findInstance: (alias: string) => world.instances.find((instance) => instance.alias === alias)?.id,
    listCalls: (filter?: CallFilter) => calls.list(filter),
    countCalls: (filter?: CallFilter) => calls.count(filter),
    setFault: (fault: Fault) => faults.set(fault),
    clearFaults: (instanceId?: string) => faults.clear(instanceId),
    putContact: (contact: ContactSpec) => putContact(world, contact, clock.now()),
    setThrottles: (mode: ThrottleMode) => throttles.setMode(mode),
    setSearchLag: (seconds: number, { describeAfterCreate = false } = {}) => {
      world.journal.keepMilliseconds = seconds * 1000
      world.journal.hidesCreated = describeAfterCreate
    },
  }
  const context = {
    world,
    now: clock.now,
    newId: options.newId ?? randomUUID,
    searchLag: () => world.journal.keepMilliseconds,
  }
  const secrets = new Map(Object.entries(options.credentials ?? {}))
  const onInternalError =
    options.onInternalError ??
    ((error: unknown) => process.stderr.write(`${String((error as Error)?.stack ?? error)}\n`))
  const serve = createService({ operations, context, calls, faults, throttles, secrets, onInternalError })

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MILLISECONDS }, (request, response) => {
    if (!request.url?.startsWith(CONTROL_PREFIX)) return serve(request, response)
    serveControl({ emulator: controls, faults, clock }, request, response).catch((error: unknown) => {
      onInternalError(error)
      response.destroy()
    })
  })
  server.on('clientError', answerMalformedRequest)
  try {
    await listen(server, options.port ?? 0, host)
  } catch (error) {
    sink?.close()
    throw error
  }
  const { port } = server.address() as AddressInfo
  return {
    ...controls,
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: closer(server, sink),
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** What Node's parser refuses gets AWS's kind of answer too: header too long, not HTTP. */
function answerMalformedRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const body = JSON.stringify({
    Message: tooLong ? 'The request headers are too large' : 'The request is not valid HTTP',
  })
  const status = tooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const name = tooLong ? 'RequestHeaderFieldsTooLarge' : 'SerializationException'
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nx-amzn-errortype: ${name}\r\nconnection: close\r\n\r\n${body}`,
  )
}

/** Closing twice is closing once. */
function closer(server: Server, sink: { close(): void } | undefined): () => Promise<void> {
  let closed: Promise<void> | undefined
  return () => {
    closed ??= new Promise((resolve) => {
      server.close(() => {
        sink?.close()
        resolve()
      })
      // What is in flight now is answered; its connection, if kept alive, goes when it turns idle.
      const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MILLISECONDS)
      server.on('close', () => clearInterval(sweep))
    })
    return closed
  }
}
