import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { openStore } from './store.ts'
import { makeStorePlace } from './testing/store-place.ts'

/** As whom a store opens an empty database, and whether it then has the index of parts of words. */
async function openAs(place: { readonly dataDir: string; readonly databaseUrl: string }): Promise<boolean> {
  const store = await openStore({
    ...place,
    sessionLimits: { idleMinutes: 30, absoluteMinutes: 480, claimsMinutes: 15 },
    now: () => new Date(),
    onError: (error) => expect.unreachable(String(error)),
  })
  const index = sql`select 1 from pg_indexes where indexname = 'directory_users_by_parts'`
  const { rows } = await index.execute(store.database)
  await store.close()
  return rows.length > 0
}

async function makeEmpty() {
  const place = await makeStorePlace({ isBlank: true })
  const { databaseUrl = '' } = place
  return { ...place, databaseUrl }
}

test('whoever owns the database gets an index of parts of words', async () => {
  await using place = await makeEmpty()
  expect(await openAs(place)).toBe(true)
})

test('who may not create extensions gets the same tables without it', async () => {
  await using place = await makeEmpty()
  const role = `role_${randomUUID().replaceAll('-', '')}`
  const owner = new Client({ connectionString: place.databaseUrl })
  await owner.connect()
  await owner.query(`create role ${role} login password 'secret'`)
  await owner.query(`grant all on schema public to ${role}`)
  await owner.end()
  const url = new URL(place.databaseUrl)
  url.username = role
  url.password = 'secret'
  expect(await openAs({ ...place, databaseUrl: url.href })).toBe(false)
})
