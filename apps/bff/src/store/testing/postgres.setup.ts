// Vitest's globalSetup of the project that runs the server's tests on PostgreSQL.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { makeTables } from './make-tables.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a database for each test is made; undefined: tests run on SQLite. */
    postgresUrl: string | undefined
  }
}

/** Copied for each test, which takes 25 ms; with its migrations, which would take longer. */
export const TEMPLATE = 'patchbay_template'

async function makeTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  await makeTables({ dataDir: '', databaseUrl: new URL(`/${TEMPLATE}`, url).href })
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = fork(fileURLToPath(new URL('postgres-server.ts', import.meta.url)))
  const [{ url, problem }] = (await once(server, 'message')) as [{ url?: string; problem?: string }]
  if (url === undefined) throw new Error(`PostgreSQL for the tests did not start: ${problem}`)
  await makeTemplate(url)
  provide('postgresUrl', url)
  return async () => {
    const ended = once(server, 'exit')
    server.disconnect()
    await ended
  }
}
