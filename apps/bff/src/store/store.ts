import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import type { CallSlots } from '../connect/call-slots.ts'
import { createCallSlots } from './call-slots.ts'
import { createKeepAnswers, keepNoAnswers, type KeepAnswers } from './kept-answers.ts'
import { createLeases, type Leases } from './leases.ts'
import { createLogouts, type Logouts } from './logouts.ts'
import { migrateForward } from './migrate-forward.ts'
import { openNodeSqlite } from './node-sqlite.ts'
import { createPostgresDialect, describeDatabase } from './postgres.ts'
import { createPresetStore, type PresetStore } from './presets.ts'
import { createKnownPeople, type KnownPeople } from './known-people.ts'
import { createSessions, type SessionLimits, type Sessions } from './sessions.ts'
import { createSignIns, type SignIns } from './sign-ins.ts'
import { StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

export interface StoreOptions {
  /** The folder of the SQLite file, where there is no `databaseUrl`. */
  readonly dataDir: string
  /** A PostgreSQL database, which several replicas may share. */
  readonly databaseUrl?: string | undefined
  readonly sessionLimits: SessionLimits
  readonly now: () => Date
  /** Told of what goes wrong while nobody waits for it. */
  readonly onError: (error: unknown) => void
}

/**
 * Everything that Patchbay itself keeps. When the database cannot be read or written, everything here throws the fault
 * `store.unavailable`.
 */
export interface Store {
  /** For SQL that the two do not share. */
  readonly dialect: 'sqlite' | 'postgres'
  /** For what keeps tables of its own: the directory, the audit trail. */
  readonly database: Kysely<Tables>
  readonly keepAnswers: KeepAnswers
  readonly sessions: Sessions
  readonly signIns: SignIns
  readonly leases: Leases
  readonly presets: PresetStore
  /** One pace for all replicas; undefined where there can be no other one. */
  readonly callSlots: CallSlots | undefined
  readonly logouts: Logouts
  readonly knownPeople: KnownPeople
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

const CLEANING_INTERVAL_MS = 60_000
/** Another process that starts on the same file may be migrating it. */
const SQLITE_MIGRATION_WAIT_MS = 30_000
/** Far beyond what any statement of ours takes: this ends the waiting for a server that went silent. */
const STATEMENT_LIMIT_MS = 30_000
/** Whoever asks for readiness does not wait for long. */
const REACHABLE_LIMIT_MS = 2_000

const saying = (error: unknown): string => {
  // What could not be connected to under any of its addresses says why inside only.
  if (error instanceof AggregateError) return saying(error.errors[0])
  if (error instanceof Error && error.cause !== undefined) return saying(error.cause)
  return (error as Error).message
}

interface OpenDatabase {
  readonly database: Kysely<Tables>
  readonly keepAnswers: KeepAnswers
  close(): Promise<void>
}

async function openSqlite({ dataDir }: StoreOptions): Promise<OpenDatabase> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    const file = join(dataDir, 'patchbay.sqlite')
    await migrateForward(new Kysely({ dialect: openNodeSqlite(file, { lockWaitMs: SQLITE_MIGRATION_WAIT_MS }) }))
    const dialect = openNodeSqlite(file)
    const database = new Kysely<Tables>({ dialect })
    return { database, keepAnswers: createKeepAnswers(dialect.dataVersion), close: () => database.destroy() }
  } catch (error) {
    if (error instanceof StoreError) throw new StoreError(`PATCHBAY_DATA_DIR: ${dataDir} ${error.message}`)
    throw new StoreError(
      `PATCHBAY_DATA_DIR: cannot keep data in ${dataDir} (${saying(error)}). Name a folder that this user may write to.`,
      { cause: error },
    )
  }
}

async function openPostgres(databaseUrl: string, onError: StoreOptions['onError']): Promise<OpenDatabase> {
  const name = describeDatabase(databaseUrl)
  try {
    await migrateForward(new Kysely({ dialect: createPostgresDialect({ databaseUrl, connections: 1, onError }) }))
    const dialect = createPostgresDialect({ databaseUrl, statementLimitMs: STATEMENT_LIMIT_MS, onError })
    const database = new Kysely<Tables>({ dialect })
    return { database, keepAnswers: keepNoAnswers, close: () => database.destroy() }
  } catch (error) {
    if (error instanceof StoreError) throw new StoreError(`DATABASE_URL: ${name} ${error.message}`)
    throw new StoreError(
      `DATABASE_URL: cannot use the database ${name} (${saying(error)}). Give the address of a PostgreSQL database whose tables this user may make and change.`,
      { cause: error },
    )
  }
}

/** Opens the store and brings its tables up to date. Throws `StoreError` when it cannot be used. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, sessionLimits, now, onError } = options
  const dialect = databaseUrl === undefined ? 'sqlite' : 'postgres'
  const opened = await (databaseUrl === undefined ? openSqlite(options) : openPostgres(databaseUrl, onError))
  const { database, keepAnswers } = opened
  const sessions = createSessions({ database, keepAnswers, limits: sessionLimits, now, onError })
  const signIns = createSignIns(database, now)
  const logouts = createLogouts(database, now)
  const deleteExpired = () => Promise.all([signIns, logouts].map((table) => table.deleteExpired())).catch(onError)
  await deleteExpired()
  const cleaning = setInterval(() => void deleteExpired(), CLEANING_INTERVAL_MS).unref()
  return {
    dialect,
    database,
    keepAnswers,
    sessions,
    signIns,
    leases: createLeases(database, dialect, now),
    presets: createPresetStore(database),
    callSlots: dialect === 'postgres' ? createCallSlots(database) : undefined,
    logouts,
    knownPeople: createKnownPeople(database),
    isReachable() {
      // A table: SQLite answers `select 1` without looking at its file.
      const reading = sql`select name from kysely_migration limit 1`.execute(database)
      const answered = reading.then(
        () => true,
        () => false,
      )
      return Promise.race([answered, delay(REACHABLE_LIMIT_MS, false, { ref: false })])
    },
    async close() {
      clearInterval(cleaning)
      await opened.close()
    },
  }
}
