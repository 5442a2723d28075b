// The real server in a process of its own, which ends itself as by `kill -9` right after one step of a write. Steps are what a
// write does one after the other: a record of the trail is on the disk, a call is answered.
import { flushCompileCache } from 'node:module'
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { readConfig } from '../../../config.ts'
import { createConnectDoor, type ConnectDoor } from '../../../connect/connect-door.ts'
import type { Upstream } from '../../../connect/upstream.ts'
import { createServer } from '../../../server.ts'
import { openStore } from '../../../store/store.ts'
import type { Tables } from '../../../store/tables.ts'

/** The only argument of the process, as JSON. */
export interface Dying {
  /** After which step, from 1. */
  readonly step: number
  readonly settings: Readonly<Record<string, string>>
  readonly clockAheadMs: number
}

const { step: last, settings, clockAheadMs } = JSON.parse(process.argv[2] ?? '') as Dying
const config = readConfig(settings)
const now = () => new Date(Date.now() + clockAheadMs)
const log = pino({ level: 'silent' })
let step = 0

async function isDone<Answer>(work: Promise<Answer>): Promise<Answer> {
  const [result] = await Promise.allSettled([work])
  step += 1
  if (step === last) {
    process.kill(process.pid, 'SIGKILL')
    await new Promise(() => {})
  }
  if (result.status === 'rejected') throw result.reason
  return result.value
}

/** A commit is a step. */
function stepping(database: Kysely<Tables>): Kysely<Tables> {
  return new Proxy(database, {
    get(target, name) {
      if (name === 'transaction') {
        const execute: ReturnType<Kysely<Tables>['transaction']>['execute'] = (work) =>
          isDone(target.transaction().execute(work))
        return () => ({ execute })
      }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** An answered call is a step; what the directory reads beside it is not. */
function steppingDoor(door: ConnectDoor): ConnectDoor {
  return {
    ...door,
    async requireInstance(alias, options) {
      const instance = await door.requireInstance(alias, options)
      const call: Upstream['call'] = (...given) => isDone(instance.upstream.call(...given))
      return { ...instance, upstream: { ...instance.upstream, call } }
    },
  }
}

const store = await openStore({
  dataDir: config.dataDir,
  databaseUrl: config.databaseUrl,
  sessionLimits: config.session,
  now,
  onError: (error) => {
    throw error
  },
})
const connect = steppingDoor(createConnectDoor({ ...config.connect, store, now, log }))
const { url } = await createServer(config, {
  connect,
  store: { ...store, database: stepping(store.database) },
  now,
  log,
})
flushCompileCache()
process.send?.({ url })
