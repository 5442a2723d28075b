import { mkdir, stat, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { dirname, join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { openNodeSqlite } from './node-sqlite.ts'
import { StoreError } from './store-error.ts'
import { openStore } from './store.ts'
import { makeStorePlace, type StorePlace } from './testing/store-place.ts'

const person = { id: 'p1', name: 'Priya Raman', roles: ['auditor'], idToken: null, sid: null, refreshToken: null }
const fileOf = ({ dataDir }: StorePlace) => join(dataDir, 'patchbay.sqlite')

async function openIn(place: StorePlace, clock = { time: Date.UTC(2026, 10, 21) }) {
  const reported: unknown[] = []
  const store = await openStore({
    ...place,
    sessionLimits: { idleMinutes: 30, absoluteMinutes: 480, claimsMinutes: 15 },
    now: () => new Date(clock.time),
    onError: (error) => reported.push(error),
  })
  return Object.assign(store, { reported, [Symbol.asyncDispose]: () => store.close() })
}

it('is for its owner alone', async () => {
  await using place = await makeStorePlace({ isBlank: true })
  await (await openIn(place)).close()
  expect((await stat(place.dataDir)).mode & 0o077).toBe(0)
})

it('waits for the disk at each commit, and lets reads go on meanwhile', async () => {
  await using place = await makeStorePlace({ isBlank: true })
  await mkdir(place.dataDir)
  const database = new Kysely({ dialect: openNodeSqlite(fileOf(place)) })
  const read = async (pragma: string) =>
    Object.values((await sql.raw<object>(`pragma ${pragma}`).execute(database)).rows[0] ?? {})
  expect(await read('journal_mode')).toEqual(['wal'])
  expect(await read('synchronous')).toEqual([2])
  await database.destroy()
})

it('says in one line that it cannot use the folder, and how to go on', async () => {
  await using place = await makeStorePlace({ isBlank: true })
  await writeFile(place.dataDir, 'a file where the folder should be')
  const opening = openIn(place)
  await expect(opening).rejects.toBeInstanceOf(StoreError)
  await expect(opening).rejects.toThrow(/^PATCHBAY_DATA_DIR: cannot keep data in .*data \(.+\)\. Name a folder.*\.$/)
})

it('refuses a file that is no database', async () => {
  await using place = await makeStorePlace({ isBlank: true })
  await mkdir(dirname(fileOf(place)), { recursive: true })
  await writeFile(fileOf(place), 'not a database, certainly not'.repeat(200))
  await expect(openIn(place)).rejects.toThrow(/^PATCHBAY_DATA_DIR: .*\(file is not a database\)/)
})

it('goes on reading from a full disk, and says of a write that it is full', async () => {
  await using place = await makeStorePlace()
  const clock = { time: Date.UTC(2026, 10, 21) }
  await using store = await openIn(place, clock)
  const token = await store.sessions.create(person)
  // What a full disk is to SQLite: no further page.
  await sql`pragma max_page_count = 1`.execute(store.database)
  await expect(store.sessions.create({ ...person, idToken: 'x'.repeat(100_000) })).rejects.toMatchObject({
    code: 'store.unavailable',
    message: expect.stringContaining('is full'),
  })
  clock.time += 5 * 60_000
  expect(await store.sessions.find(token)).toBeDefined()
  expect(await store.isReachable()).toBe(true)
})

it('goes on reading from a file that another process has locked, and says of a write that the store does not answer', async () => {
  await using place = await makeStorePlace()
  const clock = { time: Date.UTC(2026, 10, 21) }
  await using store = await openIn(place, clock)
  const token = await store.sessions.create(person)
  const other = new DatabaseSync(fileOf(place))
  other.exec('begin immediate')
  await expect(store.sessions.create(person)).rejects.toMatchObject({
    code: 'store.unavailable',
    message: expect.stringContaining('does not answer'),
  })
  clock.time += 5 * 60_000
  // It could not be written down that the session was used just now: reported, and no reason to send the person away.
  expect(await store.sessions.find(token)).toBeDefined()
  expect(store.reported).toHaveLength(1)
  other.exec('rollback')
  other.close()
  expect(await store.sessions.create(person)).toBeDefined()
})
