import { once } from 'node:events'
import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { createAccessSource } from './access/access-source.ts'
import type { Config } from './config.ts'
import { createConnectDoor, type ConnectDoor } from './connect/connect-door.ts'
import { startRecordingConfiguration } from './features/access/record-configuration.ts'
import { startFollowUp } from './features/writes/follow-up.ts'
import { createApp } from './http/app.ts'
import { answerClientError, HEADER_LIMIT_KIB } from './http/client-error.ts'
import { startEndingExpired } from './http/auth/end-expired-sessions.ts'
import { createLog } from './http/log.ts'
import { InFlight } from './in-flight.ts'
import { openAudit } from './store/audit/open-audit.ts'
import { openStore, type Store } from './store/store.ts'

/** Below what the start script waits before it kills. */
const CLOSE_DEADLINE_MS = 10_000
/** 256 KiB over a bad line take a few seconds; who is slower holds a connection for nothing. */
const REQUEST_TIMEOUT_MS = 30_000
const PROVIDER_TIMEOUT_MS = 10_000
const FOLLOW_UP_EVERY_MS = 2_000
const EXPIRY_EVERY_MS = 60_000
const RECORD_AGAIN_MS = 10_000

export interface ServerOverrides {
  readonly now?: () => Date
  readonly log?: Logger
  readonly connect?: ConnectDoor
  /** Closed by whoever opened it. Default: the one that the settings name. */
  readonly store?: Store
  /** How long a request may take to arrive, headers and body. Default 30 seconds. */
  readonly requestTimeoutMs?: number
  /** How long the identity provider may take for each answer. Default 10 seconds. */
  readonly providerTimeoutMs?: number
  /** How often pending changes are looked for. Default 2 seconds. */
  readonly followUpEveryMs?: number
  /** How often sessions that are over are taken away. Default one minute. */
  readonly expiryEveryMs?: number
}

export interface RunningServer {
  /** Where browsers go. */
  readonly url: string
  readonly port: number
  readonly store: Store
  /** Takes no new requests, finishes those in flight (within 10 seconds), then closes the store. */
  close(): Promise<void>
}

async function closeHttp(server: Server, inFlight: InFlight): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A kept-alive connection falls idle when its last answer is out, and only then can it be closed.
  const closingIdle = setInterval(() => server.closeIdleConnections(), 50)
  const deadline = setTimeout(() => server.closeAllConnections(), CLOSE_DEADLINE_MS)
  await Promise.all([closed, inFlight.settle(CLOSE_DEADLINE_MS)])
  clearInterval(closingIdle)
  clearTimeout(deadline)
}

async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.listen(port, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/**
 * Starts the server. Throws `StoreError` when the store cannot be used, and the listener's error (EADDRINUSE for
 * instance).
 */
export async function createServer(config: Config, overrides: ServerOverrides = {}): Promise<RunningServer> {
  const { now = () => new Date(), log = createLog(config.logLevel), requestTimeoutMs = REQUEST_TIMEOUT_MS } = overrides
  const store =
    overrides.store ??
    (await openStore({
      dataDir: config.dataDir,
      databaseUrl: config.databaseUrl,
      sessionLimits: config.session,
      now,
      onError: (error) => log.error({ err: error }, 'the store failed'),
    }))
  const closeStore = async () => {
    if (!overrides.store) await store.close()
  }
  const inFlight = new InFlight()
  const server = createHttpServer({
    maxHeaderSize: HEADER_LIMIT_KIB * 1_024,
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    // Node looks for late requests only this often; its own 30 seconds would come on top.
    connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
    // Node's own refusal has none of our headers, and nothing here depends on Host.
    requireHostHeader: false,
  })
  server.on('clientError', answerClientError)
  // An expectation that nobody knows is answered as if it were not there, and not by Node's bare 417.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  try {
    const port = await listen(server, config)
    const url = config.publicUrl ?? `http://${config.listenHost}:${port}`
    const connect =
      overrides.connect ?? createConnectDoor({ ...config.connect, store, slots: store.callSlots, now, log })
    const { providerTimeoutMs = PROVIDER_TIMEOUT_MS } = overrides
    const audit = await openAudit({ database: store.database, mirror: config.auditHead, now, log })
    const configuration = startRecordingConfiguration({ audit: audit.trail, log, againAfterMs: RECORD_AGAIN_MS })
    const access = createAccessSource({ ...config.access, now, log, onChange: (rules) => configuration.put(rules) })
    configuration.put(access.current())
    const { knownPeople, presets, leases } = store
    const { trail, changes, headMirror } = audit
    const { roleClaim } = config.oidc
    const services = {
      connect,
      access,
      roleClaim,
      knownPeople,
      presets,
      leases,
      now,
      log,
      audit: trail,
      changes,
      headMirror,
    }
    server.on('request', createApp({ config, publicOrigin: url, services, store, inFlight, providerTimeoutMs }))
    const { followUpEveryMs: everyMs = FOLLOW_UP_EVERY_MS, expiryEveryMs = EXPIRY_EVERY_MS } = overrides
    const expiry = startEndingExpired({ sessions: store.sessions, audit: trail, log, everyMs: expiryEveryMs })
    const followUp = startFollowUp({ connect, audit, leases, presets, now, log, everyMs })
    return {
      url,
      port,
      store,
      async close() {
        await closeHttp(server, inFlight)
        await followUp.close()
        await expiry.close()
        await configuration.close()
        await connect.close()
        await audit.headMirror.close()
        await closeStore()
      },
    }
  } catch (error) {
    await closeStore()
    throw error
  }
}
