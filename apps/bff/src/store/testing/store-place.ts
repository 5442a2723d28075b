import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import { TEMPLATE } from './postgres.setup.ts'
import { scratchFolder } from './scratch-folder.ts'

/** Where a store of one test may be: a folder, and in the project that runs on PostgreSQL an empty database. */
export interface StorePlace {
  readonly dataDir: string
  readonly databaseUrl?: string
  [Symbol.asyncDispose](): Promise<void>
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

export interface StorePlaceOptions {
  /** Without any table, as at the very first start. */
  readonly isBlank?: boolean
}

/** A place that is one test's own. Whoever opens the store closes it before the place is disposed of. */
export async function makeStorePlace({ isBlank = false }: StorePlaceOptions = {}): Promise<StorePlace> {
  const dataDir = join(await mkdtemp(join(scratchFolder, 'patchbay-')), 'data')
  const removeFolder = () => rm(join(dataDir, '..'), { recursive: true, force: true })
  const postgresUrl = inject('postgresUrl')
  if (postgresUrl === undefined) return { dataDir, [Symbol.asyncDispose]: removeFolder }
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await execute(postgresUrl, `create database ${name} ${isBlank ? '' : `template ${TEMPLATE} strategy file_copy`}`)
  return {
    dataDir,
    databaseUrl: new URL(`/${name}`, postgresUrl).href,
    async [Symbol.asyncDispose]() {
      await execute(postgresUrl, `drop database ${name} with (force)`)
      await removeFolder()
    },
  }
}

/** The same as settings of the server. */
export function settingsOf({ dataDir, databaseUrl }: StorePlace): Record<string, string> {
  return { PATCHBAY_DATA_DIR: dataDir, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) }
}
