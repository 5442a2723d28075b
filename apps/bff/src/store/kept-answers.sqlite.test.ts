import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestStore, type TestStore } from './testing/open-test-store.ts'

const insertInto = ({ database }: Pick<TestStore, 'database'>, operation: string) =>
  database.insertInto('leases').values({ name: operation, holder: 'h', held_until: 0 }).execute()

/** A question that counts how often it was asked. */
function questionOf({ database, keepAnswers }: TestStore, whileAsked = async () => {}) {
  const asked: string[] = []
  const ask = keepAnswers(async (name) => {
    asked.push(name)
    const rows = await database.selectFrom('leases').selectAll().where('name', '=', name).execute()
    await whileAsked()
    return rows
  })
  return { asked, ask }
}

it('asks again only after something was written, by whomever', async () => {
  await using store = await openTestStore()
  await insertInto(store, 'a')
  const { asked, ask } = questionOf(store)
  for (let count = 0; count < 3; count += 1) expect(await ask('a')).toHaveLength(1)
  expect(asked).toEqual(['a'])
  await insertInto(store, 'b')
  expect(await ask('a')).toHaveLength(1)
  expect(await ask('b')).toHaveLength(1)
  expect(asked).toEqual(['a', 'a', 'b'])
  const other = new DatabaseSync(join(store.place.dataDir, 'patchbay.sqlite'))
  other.exec("delete from leases where name = 'a'")
  other.close()
  expect(await ask('a')).toEqual([])
})

it('keeps nothing that was written over while it was asked', async () => {
  await using store = await openTestStore()
  await insertInto(store, 'a')
  const meanwhile: (() => Promise<unknown>)[] = [
    () => store.database.deleteFrom('leases').where('name', '=', 'a').execute(),
  ]
  const { ask } = questionOf(store, async () => void (await meanwhile.pop()?.()))
  expect(await ask('a')).toHaveLength(1)
  expect(await ask('a')).toEqual([])
})

it('keeps no answer to a name that nobody gave', async () => {
  await using store = await openTestStore()
  const { asked, ask } = questionOf(store)
  expect([await ask('a'), await ask('a')]).toEqual([[], []])
  expect(asked).toEqual(['a', 'a'])
})
