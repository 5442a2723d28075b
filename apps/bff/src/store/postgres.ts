import pg from 'pg'
import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { storeFault } from './store-fault.ts'

export interface PostgresOptions {
  readonly databaseUrl: string
  /** Most connections at once. Default 10. */
  readonly connections?: number
  /** How long one statement may take; without it, for as long as it takes. */
  readonly statementLimitMs?: number
  /** Told when a connection is lost. Whoever was using it gets an error of their own. */
  readonly onError: (error: unknown) => void
}

const CONNECT_LIMIT_MS = 5_000

/**
 * PostgreSQL expects a turning disk, and rather reads whole rows one after the other than an index that has all it needs. What we
 * ask for is in memory, and too little to be worth a second process. By a statement, since poolers refuse settings at the start.
 */
const PLANNER = 'set random_page_cost = 1.1; set max_parallel_workers_per_gather = 0'

/** int8 and numeric, which `count` and `sum` answer: pg's own parser makes texts of them, for what is beyond 2^53. */
const NUMBERS: ReadonlySet<number> = new Set([20, 1700])
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    NUMBERS.has(oid) && format !== 'binary'
      ? Number
      : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
}

/** SQLSTATE classes of a server that cannot serve now: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNAVAILABLE = /^(08|53|57P|58|25006|55P03)/
const FULL = '53100'
/** After these, the connection is not to be used again. */
const LOST = /^(08|57P|25006)/

function failureOf(error: unknown): { fault: unknown; isLost: boolean } {
  // A value that cannot be sent is the mistake of whoever sent it.
  if (error instanceof TypeError) return { fault: error, isLost: false }
  // What did not come from the server is about the way to it.
  if (!(error instanceof pg.DatabaseError)) return { fault: storeFault(error, 'silent'), isLost: true }
  const { code = '' } = error
  if (code === FULL) return { fault: storeFault(error, 'full'), isLost: false }
  if (UNAVAILABLE.test(code)) return { fault: storeFault(error, 'silent'), isLost: LOST.test(code) }
  return { fault: error, isLost: false }
}

/** The pool as Kysely uses it, with a fault of the contract for whatever keeps the database from answering. */
function toKyselyPool(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw storeFault(error, 'silent')
      })
      let lost: Error | undefined
      // Without the second form of `query`, which takes a cursor: Kysely uses it only where a cursor is configured.
      return {
        async query(statement: string, parameters: readonly unknown[]) {
          try {
            return await client.query(statement, [...parameters])
          } catch (error) {
            const { fault, isLost } = failureOf(error)
            if (isLost) lost = error as Error
            throw fault
          }
        },
        release: (isDiscarded?: boolean) => client.release(lost ?? isDiscarded),
      } as unknown as PostgresPoolClient
    },
    end: () => pool.end(),
  }
}

/** Kysely over a pool of connections. Nothing is sent before the first statement; a lost connection is made again by the next. */
export function createPostgresDialect({
  databaseUrl,
  connections = 10,
  statementLimitMs,
  onError,
}: PostgresOptions): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    ...(statementLimitMs !== undefined && { query_timeout: statementLimitMs }),
    keepAlive: true,
    application_name: 'patchbay',
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for the promise, as pg documents; its types do not say so
    onConnect: async (client) => void (await client.query(PLANNER)),
    types,
  })
  // Without a listener the loss of a connection would end the process: of an idle one by the pool's, of a used one by its own.
  pool.on('error', (error: Error & { client?: unknown }) => {
    // The pool hangs the whole connection on it, for a log to print.
    delete error.client
    // What is being closed may be lost: the pool does not wait for the last word of each connection.
    if (!pool.ending) onError(error)
  })
  pool.on('connect', (client) => client.on('error', () => {}))
  return new PostgresDialect({ pool: toKyselyPool(pool) })
}

/** Which database, without the password and whatever else the address carries. */
export function describeDatabase(databaseUrl: string): string {
  const { protocol, username, host, pathname } = new URL(databaseUrl)
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}
