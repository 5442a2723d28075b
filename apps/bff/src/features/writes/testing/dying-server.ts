// Real servers in one process, one for each step of a write: each stops dead right after its step, and when all have stopped, the
// process is killed. Steps are what a write does one after the other: a record of the trail is on the disk, a call is answered.
// One process, since starting it takes longer than all the rest.
import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { readConfig } from '../../../config.ts'
import { createConnectDoor, type ConnectDoor } from '../../../connect/connect-door.ts'
import type { Upstream } from '../../../connect/upstream.ts'
import { createServer } from '../../../server.ts'
import { openStore } from '../../../store/store.ts'
import type { Tables } from '../../../store/tables.ts'

/** One server; the process takes a list of them as JSON, its only argument. */
export interface Dying {
  /** After which step, from 1, it stops. */
  readonly step: number
  readonly settings: Readonly<Record<string, string>>
}

/** What the process tells. */
export type Told = { readonly urls: readonly string[] } | { readonly stopped: number }

const now = () => new Date()
const log = pino({ level: 'silent' })
const tell = (told: Told) => void process.send?.(told)

type Stepping = <Answer>(work: () => Promise<Answer>) => Promise<Answer>

/** From its last step on nothing is begun and nothing goes on. */
function stopAfter(last: number, stopped: () => void): Stepping {
  let step = 0
  const forever = new Promise<never>(() => {})
  return async (work) => {
    if (step >= last) return await forever
    const [result] = await Promise.allSettled([work()])
    step += 1
    if (step === last) stopped()
    if (step >= last) return await forever
    if (result.status === 'rejected') throw result.reason
    return result.value
  }
}

/** A commit is a step. */
function stepping(database: Kysely<Tables>, isDone: Stepping): Kysely<Tables> {
  return new Proxy(database, {
    get(target, name) {
      if (name === 'transaction') {
        const execute: ReturnType<Kysely<Tables>['transaction']>['execute'] = (work) =>
          isDone(() => target.transaction().execute(work))
        return () => ({ execute })
      }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** An answered call is a step; what the directory reads beside it is not. */
function steppingDoor(door: ConnectDoor, isDone: Stepping): ConnectDoor {
  return {
    ...door,
    async requireInstance(alias, options) {
      const instance = await door.requireInstance(alias, options)
      const call: Upstream['call'] = (...given) => isDone(() => instance.upstream.call(...given))
      return { ...instance, upstream: { ...instance.upstream, call } }
    },
  }
}

async function start({ step, settings }: Dying, at: number): Promise<string> {
  const config = readConfig(settings)
  const isDone = stopAfter(step, () => tell({ stopped: at }))
  // What a server writes down when it starts is no step of a write.
  let isStarted = false
  const isDoneOnceStarted: Stepping = (work) => (isStarted ? isDone(work) : work())
  const store = await openStore({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    sessionLimits: config.session,
    now,
    onError: (error) => {
      throw error
    },
  })
  const connect = steppingDoor(createConnectDoor({ ...config.connect, store, now, log }), isDoneOnceStarted)
  const { url } = await createServer(config, {
    connect,
    store: { ...store, database: stepping(store.database, isDoneOnceStarted) },
    now,
    log,
  })
  isStarted = true
  return url
}

const all = JSON.parse(process.argv[2] ?? '') as readonly Dying[]
tell({ urls: await Promise.all(all.map(start)) })
