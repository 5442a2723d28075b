import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations.ts'
import { createNodeSqliteDialect } from './node-sqlite.ts'
import { createSessions, type SessionLimits, type Sessions } from './sessions.ts'
import { createSignIns, type SignIns } from './sign-ins.ts'
import type { Tables } from './tables.ts'

export interface StoreOptions {
  readonly dataDir: string
  readonly sessionLimits: SessionLimits
  readonly now: () => Date
  /** Told of what goes wrong while nobody waits for it. */
  readonly onError: (error: unknown) => void
}

/** Everything that Patchbay itself keeps. What is behind it (one file now) is nobody else's business. */
export interface Store {
  /** For what keeps tables of its own: the directory, the audit trail. */
  readonly database: Kysely<Tables>
  readonly sessions: Sessions
  readonly signIns: SignIns
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

/** The data folder cannot be used. The message is one line for the person who starts Patchbay. */
export class StoreError extends Error {}

const CLEANING_INTERVAL_MS = 60_000

async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

async function openDatabase(dataDir: string): Promise<Kysely<Tables>> {
  let database: Kysely<Tables> | undefined
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    database = new Kysely<Tables>({ dialect: createNodeSqliteDialect(join(dataDir, 'patchbay.sqlite')) })
    await migrate(database)
    return database
  } catch (error) {
    await database?.destroy()
    throw new StoreError(
      `PATCHBAY_DATA_DIR: cannot keep data in ${dataDir} (${(error as Error).message}). Name a folder that this user may write to.`,
      { cause: error },
    )
  }
}

/** Opens the store and brings its tables up to date. Throws `StoreError` when the folder cannot be used. */
export async function openStore({ dataDir, sessionLimits, now, onError }: StoreOptions): Promise<Store> {
  const database = await openDatabase(dataDir)
  const sessions = createSessions(database, sessionLimits, now)
  const signIns = createSignIns(database, now)
  const deleteExpired = () => Promise.all([sessions.deleteExpired(), signIns.deleteExpired()]).catch(onError)
  await deleteExpired()
  const cleaning = setInterval(() => void deleteExpired(), CLEANING_INTERVAL_MS).unref()
  return {
    database,
    sessions,
    signIns,
    async isReachable() {
      try {
        await sql`select 1`.execute(database)
        return true
      } catch {
        return false
      }
    },
    async close() {
      clearInterval(cleaning)
      await database.destroy()
    },
  }
}
