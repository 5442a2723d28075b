import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
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

interface Prepared {
  readonly statement: StatementSync
  readonly answersRows: boolean
}

function prepare(database: DatabaseSync, sql: string): Prepared {
  const statement = database.prepare(sql)
  return { statement, answersRows: statement.columns().length > 0 }
}

type Execute = <Row>(query: CompiledQuery) => QueryResult<Row>

/** Statements are kept, since the same few are asked for again and again, and preparing one takes longer than running it. */
function executorOf(database: DatabaseSync): Execute {
  const kept = new Map<string, Prepared>()
  function preparedOf(sql: string): Prepared {
    if (sql.length > LONGEST_KEPT) return prepare(database, sql)
    let prepared = kept.get(sql)
    if (!prepared) {
      if (kept.size >= KEPT_STATEMENTS) kept.clear()
      kept.set(sql, (prepared = prepare(database, sql)))
    }
    return prepared
  }
  return <Row>({ sql, parameters }: CompiledQuery) =>
    running((): QueryResult<Row> => {
      const { statement, answersRows } = preparedOf(sql)
      const values = parameters as SQLInputValue[]
      if (answersRows) return { rows: statement.all(...values) as Row[] }
      return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) }
    })
}

const LOCK_RETRY_MS = 20
const LOCK_WAIT_MS = 1_000

/** Waits for the lock of another process, and lets this one go on meanwhile: SQLite's own way to wait stops it whole. */
async function patiently<Answer>(lockWaitMs: number, statement: () => Answer): Promise<Answer> {
  const until = performance.now() + lockWaitMs
  for (;;) {
    try {
      return statement()
    } catch (error) {
      const isLocked = error instanceof Fault && primaryCodeOf(error.cause) === BUSY
      if (!isLocked || performance.now() >= until) throw error
      await delay(LOCK_RETRY_MS)
    }
  }
}

/** One connection to the file writes, in turns. Another one reads, as WAL lets it, whatever the writing waits for. */
interface Connections {
  readonly read: Execute
  readonly write: Execute
  readonly lockWaitMs: number
  /** Resolves when nobody else writes. The answer ends the turn. */
  takeTurn(): Promise<() => void>
}

/** What one statement or one transaction is run by. */
class NodeSqliteConnection implements DatabaseConnection {
  readonly #connections: Connections
  /** Of a transaction. */
  #endTurn: (() => void) | undefined
  constructor(connections: Connections) {
    this.#connections = connections
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { read, write, lockWaitMs } = this.#connections
    // A transaction waited for the lock as it began.
    if (this.#endTurn) return write<Row>(query)
    if (isRead(query)) return await patiently(lockWaitMs, () => read<Row>(query))
    const endTurn = await this.#connections.takeTurn()
    try {
      return await patiently(lockWaitMs, () => write<Row>(query))
    } finally {
      endTurn()
    }
  }

  /** Takes the write lock at the beginning: a transaction that reads first and then writes could no longer wait for it. */
  async begin(): Promise<void> {
    const { write, lockWaitMs } = this.#connections
    this.#endTurn = await this.#connections.takeTurn()
    await patiently(lockWaitMs, () => write(CompiledQuery.raw('begin immediate')))
  }

  release(): void {
    this.#endTurn?.()
    this.#endTurn = undefined
  }

  /** As long as somebody walks on, the reading connection would see nothing of what is written, nor that something was. */
  streamQuery(): never {
    throw new Error('Lists are read page by page.')
  }
}

/** A statement that begins so writes nothing, by SQLite's grammar. */
function isRead({ sql }: CompiledQuery): boolean {
  return /^\s*select\b/i.test(sql)
}

class NodeSqliteDriver implements Driver {
  readonly #file: OpenFile
  readonly #connections: Connections
  #lastTurn: Promise<void> = Promise.resolve()
  constructor(file: OpenFile, lockWaitMs: number) {
    this.#file = file
    this.#connections = {
      read: executorOf(file.reader),
      write: executorOf(file.writer),
      lockWaitMs,
      takeTurn: async () => {
        const before = this.#lastTurn
        const { promise, resolve } = Promise.withResolvers<void>()
        this.#lastTurn = promise
        await before
        return resolve
      },
    }
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<NodeSqliteConnection> {
    return new NodeSqliteConnection(this.#connections)
  }

  async releaseConnection(connection: NodeSqliteConnection): Promise<void> {
    connection.release()
  }

  async beginTransaction(connection: NodeSqliteConnection): Promise<void> {
    await connection.begin()
  }

  async commitTransaction(connection: NodeSqliteConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  /** A full disk has SQLite roll back by itself; to ask for it again would be an error in the place of the one that says why. */
  async rollbackTransaction(connection: NodeSqliteConnection): Promise<void> {
    if (this.#file.writer.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    this.#file.reader.close()
    this.#file.writer.close()
  }
}

class NodeSqliteAdapter extends SqliteAdapter {
  /** SQLite rolls CREATE TABLE back as well as anything else; Kysely leaves it out for other reasons. */
  override get supportsTransactionalDdl(): boolean {
    return true
  }

  /** Else Kysely has a read wait for every write. */
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/** A number that moves with every commit, whichever process made it. */
export interface DataVersion {
  /** NaN, which equals nothing, where it cannot be read: whoever then asks for the data is told why. */
  read(): number
}

interface OpenFile {
  readonly writer: DatabaseSync
  readonly reader: DatabaseSync
}

/** Kysely's SQLite over Node's own. */
class NodeSqliteDialect implements Dialect {
  readonly dataVersion: DataVersion
  readonly #file: OpenFile
  readonly #lockWaitMs: number
  constructor(file: OpenFile, lockWaitMs: number) {
    this.#file = file
    this.#lockWaitMs = lockWaitMs
    this.dataVersion = dataVersionOf(file.reader)
  }
  createDriver(): Driver {
    return new NodeSqliteDriver(this.#file, this.#lockWaitMs)
  }
  createAdapter(): SqliteAdapter {
    return new NodeSqliteAdapter()
  }
  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler()
  }
  createIntrospector(database: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(database)
  }
}

/** The connection that reads writes nothing: one is not told of what it wrote itself, and sees of others only what is committed. */
function dataVersionOf(reader: DatabaseSync): DataVersion {
  const statement = reader.prepare('pragma data_version')
  return {
    read() {
      try {
        return statement.get()?.['data_version'] as number
      } catch {
        return Number.NaN
      }
    },
  }
}

/**
 * Opens (or makes) the database file. WAL lets reads go on during a write; `synchronous=FULL` because an acknowledged
 * change has to survive a power cut. Only one process at a time is meant to serve from a file, so that nobody waits for
 * its lock for long.
 */
export function openNodeSqlite(file: string, { lockWaitMs = LOCK_WAIT_MS } = {}): NodeSqliteDialect {
  const writer = new DatabaseSync(file, { timeout: lockWaitMs })
  try {
    writer.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 0',
    )
    return new NodeSqliteDialect({ writer, reader: new DatabaseSync(file, { readOnly: true }) }, lockWaitMs)
  } catch (error) {
    writer.close()
    throw error
  }
}
