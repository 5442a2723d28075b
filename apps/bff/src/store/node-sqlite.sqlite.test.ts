import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { createNodeSqliteDialect } from './node-sqlite.ts'
import { openTestStore } from './testing/open-test-store.ts'

const openNumbers = async () => {
  const database = new Kysely<{ numbers: { value: number } }>({ dialect: createNodeSqliteDialect(':memory:') })
  await database.schema.createTable('numbers').addColumn('value', 'integer').execute()
  await database
    .insertInto('numbers')
    .values([{ value: 1 }, { value: 2 }, { value: 3 }])
    .execute()
  return database
}

test('a statement that is kept answers by the values of each call', async () => {
  const database = await openNumbers()
  const above = (least: number) => database.selectFrom('numbers').select('value').where('value', '>', least).execute()
  expect(await above(1)).toEqual([{ value: 2 }, { value: 3 }])
  expect(await above(2)).toEqual([{ value: 3 }])
  await database.destroy()
})

test('what reads all columns sees one that came later', async () => {
  const database = await openNumbers()
  const first = () => database.selectFrom('numbers').selectAll().where('value', '=', 1).execute()
  expect(await first()).toEqual([{ value: 1 }])
  await database.schema.alterTable('numbers').addColumn('name', 'text').execute()
  expect(await first()).toEqual([{ value: 1, name: null }])
  await database.destroy()
})

test('more statements than are kept all answer', async () => {
  const database = await openNumbers()
  for (let at = 1; at <= 600; at += 1) {
    const values = Array.from({ length: at }, (_unused, value) => value)
    const rows = await database.selectFrom('numbers').select('value').where('value', 'in', values).execute()
    expect(rows).toHaveLength(Math.min(3, at - 1))
  }
  await database.destroy()
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
