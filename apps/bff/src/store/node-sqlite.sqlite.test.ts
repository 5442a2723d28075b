import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { openNodeSqlite } from './node-sqlite.ts'
import { openTestStore } from './testing/open-test-store.ts'
import { makeStorePlace } from './testing/store-place.ts'

const openNumbers = async () => {
  const place = await makeStorePlace({ isBlank: true })
  await mkdir(place.dataDir)
  const dialect = openNodeSqlite(join(place.dataDir, 'numbers.sqlite'))
  const database = new Kysely<{ numbers: { value: number } }>({ dialect })
  await database.schema.createTable('numbers').addColumn('value', 'integer').execute()
  await database
    .insertInto('numbers')
    .values([{ value: 1 }, { value: 2 }, { value: 3 }])
    .execute()
  return Object.assign(database, {
    async [Symbol.asyncDispose]() {
      await database.destroy()
      await place[Symbol.asyncDispose]()
    },
  })
}

test('a statement that is kept answers by the values of each call', async () => {
  await using database = await openNumbers()
  const above = (least: number) => database.selectFrom('numbers').select('value').where('value', '>', least).execute()
  expect(await above(1)).toEqual([{ value: 2 }, { value: 3 }])
  expect(await above(2)).toEqual([{ value: 3 }])
})

test('what reads all columns sees one that came later', async () => {
  await using database = await openNumbers()
  const first = () => database.selectFrom('numbers').selectAll().where('value', '=', 1).execute()
  expect(await first()).toEqual([{ value: 1 }])
  await database.schema.alterTable('numbers').addColumn('name', 'text').execute()
  expect(await first()).toEqual([{ value: 1, name: null }])
})

test('more statements than are kept all answer', async () => {
  await using database = await openNumbers()
  for (let at = 1; at <= 600; at += 1) {
    const values = Array.from({ length: at }, (_unused, value) => value)
    const rows = await database.selectFrom('numbers').select('value').where('value', 'in', values).execute()
    expect(rows).toHaveLength(Math.min(3, at - 1))
  }
})

test.each([
  ['a statement', (store: Awaited<ReturnType<typeof openTestStore>>) => store.signIns.deleteExpired()],
  [
    'a transaction',
    ({ database }: Awaited<ReturnType<typeof openTestStore>>) =>
      database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('sign_ins').execute()
      }),
  ],
])('%s that another process has locked out waits, and everything else goes on', async (_what, write) => {
  await using store = await openTestStore()
  const other = new DatabaseSync(join(store.place.dataDir, 'patchbay.sqlite'))
  other.exec('begin immediate')
  let isDone = false
  const written = write(store).then(() => (isDone = true))
  // SQLite's own waiting would let nothing of this process run, and so never come to an end.
  for (let turn = 0; turn < 10; turn += 1) await setImmediate()
  expect(isDone).toBe(false)
  other.exec('rollback')
  other.close()
  expect(await written).toBe(true)
})

test('reads go on while a write waits for the lock, and while a transaction is open', async () => {
  await using store = await openTestStore()
  const { database } = store
  const readLeases = () => database.selectFrom('leases').selectAll().execute()
  const lease = { name: 'a', holder: 'h', held_until: 0 }
  const other = new DatabaseSync(join(store.place.dataDir, 'patchbay.sqlite'))
  other.exec('begin immediate')
  const written = database.insertInto('leases').values(lease).execute()
  expect(await readLeases()).toEqual([])
  other.exec('rollback')
  other.close()
  await written
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('leases').execute()
    expect(await transaction.selectFrom('leases').selectAll().execute()).toEqual([])
    expect(await readLeases()).toEqual([lease])
  })
  expect(await readLeases()).toEqual([])
})

test('what writes takes turns: none falls into the transaction of another one', async () => {
  await using store = await openTestStore()
  const { database } = store
  const { promise: isInside, resolve: enter } = Promise.withResolvers<void>()
  const failed = database
    .transaction()
    .execute(async (transaction) => {
      await transaction.insertInto('leases').values({ name: 'undone', holder: 'h', held_until: 0 }).execute()
      enter()
      await setImmediate()
      throw new Error('undone')
    })
    .catch((error: unknown) => String(error))
  await isInside
  await database.insertInto('leases').values({ name: 'done', holder: 'h', held_until: 0 }).execute()
  expect(await failed).toBe('Error: undone')
  expect(await database.selectFrom('leases').select('name').execute()).toEqual([{ name: 'done' }])
})
