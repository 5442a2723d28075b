import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Pool } from 'pg'
import { inject } from 'vitest'
import { makeTables } from './make-tables.ts'
import { TEMPLATE } from './postgres.setup.ts'
import { scratchFolder } from './scratch-folder.ts'

/** Where a store of one test may be: a folder, and in the project that runs on PostgreSQL a database. */
export interface StorePlace {
  readonly dataDir: string
  readonly databaseUrl?: string
  [Symbol.asyncDispose](): Promise<void>
}

export interface StorePlaceOptions {
  /** Without any table, as at the very first start; on SQLite without the folder too. */
  readonly isBlank?: boolean
}

const SQLITE_FILE = 'patchbay.sqlite'

async function makeFolder() {
  const folder = await mkdtemp(join(scratchFolder, 'patchbay-'))
  return { dataDir: join(folder, 'data'), remove: () => rm(folder, { recursive: true, force: true }) }
}

async function makeSqliteTemplate(): Promise<Buffer> {
  const { dataDir, remove } = await makeFolder()
  await makeTables({ dataDir })
  const file = await readFile(join(dataDir, SQLITE_FILE))
  await remove()
  return file
}

/** Written anew for each test, with its tables: to make them takes longer than most of what a test does. */
let sqliteTemplate: Promise<Buffer> | undefined

async function makeSqlitePlace(isBlank: boolean): Promise<StorePlace> {
  const { dataDir, remove } = await makeFolder()
  if (!isBlank) {
    await mkdir(dataDir, { mode: 0o700 })
    await writeFile(join(dataDir, SQLITE_FILE), await (sqliteTemplate ??= makeSqliteTemplate()))
  }
  return { dataDir, [Symbol.asyncDispose]: remove }
}

/** To connect costs the server half of what the making of a database does. */
let administration: Pool | undefined

function administrationOf(connectionString: string): Pool {
  // Who is idle as the server ends has nobody to tell.
  return (administration ??= new Pool({ connectionString, max: 1, allowExitOnIdle: true }).on('error', () => {}))
}

async function makePostgresPlace(postgresUrl: string, isBlank: boolean): Promise<StorePlace> {
  const { dataDir, remove } = await makeFolder()
  const pool = administrationOf(postgresUrl)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await pool.query(`create database ${name} ${isBlank ? '' : `template ${TEMPLATE} strategy file_copy`}`)
  return {
    dataDir,
    databaseUrl: new URL(`/${name}`, postgresUrl).href,
    async [Symbol.asyncDispose]() {
      await pool.query(`drop database ${name} with (force)`)
      await remove()
    },
  }
}

/** A place that is one test's own. Whoever opens the store closes it before the place is disposed of. */
export async function makeStorePlace({ isBlank = false }: StorePlaceOptions = {}): Promise<StorePlace> {
  const postgresUrl = inject('postgresUrl')
  return postgresUrl === undefined ? makeSqlitePlace(isBlank) : makePostgresPlace(postgresUrl, isBlank)
}

/** The same as settings of the server. */
export function settingsOf({ dataDir, databaseUrl }: StorePlace): Record<string, string> {
  return { PATCHBAY_DATA_DIR: dataDir, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) }
}
