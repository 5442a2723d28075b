import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, it } from 'vitest'
import { createAuditTrail } from '../audit/audit-trail.ts'
import { migrations } from '../migrations.ts'
import { openNodeSqlite } from '../node-sqlite.ts'
import { openStore } from '../store.ts'
import type { Tables } from '../tables.ts'
import { makeStorePlace } from '../testing/store-place.ts'

const unexpected = (error: unknown) => expect.unreachable(String(error))
const now = () => new Date(Date.UTC(2026, 10, 21))
const sessionLimits = { idleMinutes: 30, absoluteMinutes: 480, claimsMinutes: 15 }
const intent = {
  requestId: 'r',
  person: { id: 'ada', name: 'Ada', roles: ['administrator'] },
  action: 'users.updatePhone',
  operation: 'UpdateUserPhoneConfig',
  instance: { alias: 'meridian', id: 'i' },
  target: { kind: 'user', id: 'u', name: 'Zoë' },
  groups: ['g1', 'g2'],
  fields: [{ field: 'autoAccept', key: null, before: false, after: true }],
  names: {},
  reason: null,
} as const

const readAll = (database: Kysely<Tables>) =>
  Promise.all(
    (['audit_records', 'audit_head', 'changes', 'change_fields', 'change_groups'] as const).map(async (table) => [
      table,
      (await sql`select * from ${sql.table(table)} order by 1, 2`.execute(database)).rows,
    ]),
  )

it('leaves the trail and all that is said of it as it was, and the trail goes on', async () => {
  await using place = await makeStorePlace({ isBlank: true })
  await mkdir(place.dataDir)
  const before = new Kysely<Tables>({ dialect: openNodeSqlite(join(place.dataDir, 'patchbay.sqlite')) })
  const until10 = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0011'))
  const { error } = await new Migrator({
    db: before,
    provider: { getMigrations: async () => until10 },
  }).migrateToLatest()
  expect(error).toBeUndefined()
  const trailOf = (database: Kysely<Tables>) =>
    createAuditTrail({ database, now, onHead: () => {}, onError: unexpected })
  for (const id of ['u', 'v']) await trailOf(before).begin({ ...intent, target: { ...intent.target, id } })
  const written = await readAll(before)
  await before.destroy()

  const store = await openStore({ ...place, sessionLimits, now, onError: unexpected })
  expect(await readAll(store.database)).toEqual(written)
  await trailOf(store.database).begin(intent)
  expect(await trailOf(store.database).head()).toMatchObject({ seq: 3 })
  await store.close()
})
