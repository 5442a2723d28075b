import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely'
import { Fault } from '../http/fault.ts'
import { storeFault } from './store-fault.ts'

/** Primary result codes of a file that cannot be used now: https://www.sqlite.org/rescode.html */
const BUSY = 5
const UNAVAILABLE: ReadonlySet<number> = new Set([
  BUSY, // Another process holds the lock.
  6, // SQLITE_LOCKED
  8, // SQLITE_READONLY
  10, // SQLITE_IOERR
  11, // SQLITE_CORRUPT
  14, // SQLITE_CANTOPEN
  26, // SQLITE_NOTADB
])
const FULL = 13

/** An extended code carries the primary one in its lowest byte. */
const primaryCodeOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff

/** What is wrong with the file becomes a fault of the contract; what is wrong with the statement stays as it is. */
function running<Answer>(statement: () => Answer): Answer {
  try {
    return statement()
  } catch (error) {
    const { code } = error as { code?: string }
    const primary = primaryCodeOf(error)
    if (primary === FULL) throw storeFault(error, 'full')
    if (UNAVAILABLE.has(primary) || code === 'ERR_INVALID_STATE') throw storeFault(error, 'silent')
    throw error
  }
}

/** More texts than the server has. Lists of ids make new ones without end. */
const KEPT_STATEMENTS = 256
/** Statements of a whole batch are hardly ever the same, and take up to a megabyte each once they are prepared. */
const LONGEST_KEPT = 4_000

const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]

function prepareStatement(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = running(() => database.prepare(sql))
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => running(() => statement.all(...values(parameters))),
    run: (parameters) => running(() => statement.run(...values(parameters))),
    // One of its own: two that walk through the same statement would take each other's rows.
    iterate: (parameters) => database.prepare(sql).iterate(...values(parameters)),
  }
}

/**
 * Kysely's SQLite dialect over Node's own SQLite: the dialect asks for this much of a database and no more. Statements are
 * kept, since Kysely asks for the same few again and again, and preparing one takes longer than running it.
 */
function toKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      if (sql.length > LONGEST_KEPT) return prepareStatement(database, sql)
      let statement = kept.get(sql)
      if (!statement) {
        if (kept.size >= KEPT_STATEMENTS) kept.clear()
        kept.set(sql, (statement = prepareStatement(database, sql)))
      }
      return statement
    },
  }
}

const LOCK_RETRY_MS = 20

/** Waits for the lock of another process, and lets this one go on meanwhile: SQLite's own way to wait stops it whole. */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection
  readonly #database: DatabaseSync
  readonly #lockWaitMs: number
  constructor(connection: DatabaseConnection, database: DatabaseSync, lockWaitMs: number) {
    this.#connection = connection
    this.#database = database
    this.#lockWaitMs = lockWaitMs
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const until = performance.now() + this.#lockWaitMs
    for (;;) {
      try {
        return await this.#connection.executeQuery<Row>(query)
      } catch (error) {
        const isLocked = error instanceof Fault && primaryCodeOf(error.cause) === BUSY
        // A transaction waits as it begins, and has the lock from then on.
        if (!isLocked || this.#database.isTransaction || performance.now() >= until) throw error
        await delay(LOCK_RETRY_MS)
      }
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, chunkSize)
  }
}

/** Takes the write lock at the beginning: a transaction that reads first and then writes could no longer wait for it. */
class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync
  readonly #lockWaitMs: number
  #patient: PatientConnection | undefined
  constructor(config: SqliteDialectConfig, database: DatabaseSync, lockWaitMs: number) {
    super(config)
    this.#database = database
    this.#lockWaitMs = lockWaitMs
  }
  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#patient ??= new PatientConnection(await super.acquireConnection(), this.#database, this.#lockWaitMs)
    return this.#patient
  }
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  /** A full disk has SQLite roll back by itself; to ask for it again would be an error in the place of the one that says why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection)
  }
}

/** SQLite rolls CREATE TABLE back as well as anything else; Kysely leaves it out for other reasons. */
class NodeSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  readonly #database: DatabaseSync
  readonly #lockWaitMs: number
  constructor(database: DatabaseSync, lockWaitMs: number) {
    const config = { database: toKyselyDatabase(database) }
    super(config)
    this.#config = config
    this.#database = database
    this.#lockWaitMs = lockWaitMs
  }
  override createDriver(): SqliteDriver {
    return new NodeSqliteDriver(this.#config, this.#database, this.#lockWaitMs)
  }
  override createAdapter(): SqliteAdapter {
    return new NodeSqliteAdapter()
  }
}

/**
 * Opens (or makes) the database file. WAL lets reads go on during a write; `synchronous=FULL` because an acknowledged
 * change has to survive a power cut. Only one process at a time is meant to serve from a file, so that nobody waits for
 * its lock for long.
 */
export function createNodeSqliteDialect(file: string, { lockWaitMs = 1_000 } = {}): SqliteDialect {
  const database = new DatabaseSync(file, { timeout: lockWaitMs })
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 0',
    )
  } catch (error) {
    database.close()
    throw error
  }
  return new NodeSqliteDialect(database, lockWaitMs)
}

/** A number that moves with every commit, whichever process made it. */
export interface DataVersion {
  /** NaN, which equals nothing, where it cannot be read: whoever then asks for the data is told why. */
  read(): number
  close(): void
}

/** By a connection of its own: one is not told of what it wrote itself, and sees of others only what is committed. */
export function openDataVersion(file: string): DataVersion {
  const database = new DatabaseSync(file, { readOnly: true })
  const statement = database.prepare('pragma data_version')
  return {
    read() {
      try {
        return statement.get()?.['data_version'] as number
      } catch {
        return Number.NaN
      }
    },
    close() {
      if (database.isOpen) database.close()
    },
  }
}
