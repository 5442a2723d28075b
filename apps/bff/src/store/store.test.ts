import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createNodeSqliteDialect } from './node-sqlite.ts'
import { openStore, StoreError, type Store } from './store.ts'
import { Kysely, sql } from 'kysely'

interface World {
  readonly dataDir: string
  readonly open: () => Promise<Store>
  time: number
  [Symbol.asyncDispose](): Promise<void>
}

async function createWorld(): Promise<World> {
  const dataDir = join(await mkdtemp(join(tmpdir(), 'patchbay-store-')), 'data')
  const opened: Store[] = []
  const world: World = {
    dataDir,
    time: Date.UTC(2026, 10, 21),
    async open() {
      const store = await openStore({
        dataDir,
        sessionLimits: { idleMinutes: 30, absoluteMinutes: 480 },
        now: () => new Date(world.time),
        onError: (error) => expect.unreachable(String(error)),
      })
      opened.push(store)
      return store
    },
    async [Symbol.asyncDispose]() {
      for (const store of opened) await store.close()
      await rm(join(dataDir, '..'), { recursive: true })
    },
  }
  return world
}

function countRows(dataDir: string, table: 'sessions' | 'sign_ins'): unknown {
  const database = new DatabaseSync(join(dataDir, 'patchbay.sqlite'))
  try {
    return database.prepare(`select count(*) as rows from ${table}`).get()?.['rows']
  } finally {
    database.close()
  }
}

const person = { id: 'p1', name: 'Priya Raman', roles: ['auditor'], idToken: null }
const signIn = { state: 's', nonce: 'n', codeVerifier: 'v', returnTo: '/' }

describe('the store', () => {
  it('finds everything again after a restart, and does not migrate twice', async () => {
    await using world = await createWorld()
    const first = await world.open()
    const token = await first.sessions.create(person)
    await first.close()
    const second = await world.open()
    expect(await second.sessions.find(token)).toEqual({
      person: { id: 'p1', name: 'Priya Raman' },
      roles: ['auditor'],
      idToken: null,
      expiresAt: new Date(world.time + 480 * 60_000),
    })
  })

  it('is for its owner alone', async () => {
    await using world = await createWorld()
    await world.open()
    expect((await stat(world.dataDir)).mode & 0o077).toBe(0)
  })

  it('waits for the disk at each commit, and lets reads go on meanwhile', async () => {
    await using world = await createWorld()
    await world.open()
    const database = new Kysely({ dialect: createNodeSqliteDialect(join(world.dataDir, 'patchbay.sqlite')) })
    const read = async (pragma: string) =>
      Object.values((await sql.raw<object>(`pragma ${pragma}`).execute(database)).rows[0] ?? {})
    expect(await read('journal_mode')).toEqual(['wal'])
    expect(await read('synchronous')).toEqual([2])
    await database.destroy()
  })

  it('says in one line that it cannot use the folder, and how to go on', async () => {
    await using world = await createWorld()
    await writeFile(world.dataDir, 'a file where the folder should be')
    const opening = world.open()
    await expect(opening).rejects.toBeInstanceOf(StoreError)
    await expect(opening).rejects.toThrow(/^PATCHBAY_DATA_DIR: cannot keep data in .*data \(.+\)\. Name a folder.*\.$/)
  })

  it('refuses a file that is no database', async () => {
    await using world = await createWorld()
    await (await world.open()).close()
    await writeFile(join(world.dataDir, 'patchbay.sqlite'), 'not a database, certainly not'.repeat(200))
    await expect(world.open()).rejects.toBeInstanceOf(StoreError)
  })

  it('knows when it cannot be read', async () => {
    await using world = await createWorld()
    const store = await world.open()
    expect(await store.isReachable()).toBe(true)
    await store.close()
    expect(await store.isReachable()).toBe(false)
  })
})

describe('sessions', () => {
  it('are found by their whole token alone', async () => {
    await using world = await createWorld()
    const { sessions } = await world.open()
    const token = await sessions.create(person)
    for (const other of ['', token.slice(1), `${token}x`, token.toUpperCase(), '%', "' or 1=1 --"]) {
      expect(await sessions.find(other)).toBeUndefined()
    }
  })

  it('end once', async () => {
    await using world = await createWorld()
    const { sessions } = await world.open()
    const token = await sessions.create({ ...person, idToken: 'hint' })
    const other = await sessions.create(person)
    expect(await sessions.end(token)).toMatchObject({ idToken: 'hint' })
    expect(await sessions.end(token)).toBeUndefined()
    expect(await sessions.find(token)).toBeUndefined()
    expect(await sessions.find(other)).toBeDefined()
  })

  it('that are over are deleted, the others are not', async () => {
    await using world = await createWorld()
    const { sessions } = await world.open()
    await sessions.create(person)
    world.time += 20 * 60_000
    const token = await sessions.create(person)
    world.time += 10 * 60_000
    await sessions.deleteExpired()
    expect(countRows(world.dataDir, 'sessions')).toBe(1)
    expect(await sessions.find(token)).toBeDefined()
  })

  it('that ended while nobody was running are deleted at the next start', async () => {
    await using world = await createWorld()
    const store = await world.open()
    await store.sessions.create(person)
    await store.signIns.begin('browser', signIn)
    await store.close()
    world.time += 481 * 60_000
    await world.open()
    expect([countRows(world.dataDir, 'sessions'), countRows(world.dataDir, 'sign_ins')]).toEqual([0, 0])
  })
})

describe('pending sign-ins', () => {
  it('are handed out once, to the browser that began', async () => {
    await using world = await createWorld()
    const { signIns } = await world.open()
    await signIns.begin('browser', signIn)
    expect(await signIns.take('another browser', 's')).toBeUndefined()
    expect(await signIns.take('browser', 'another state')).toBeUndefined()
    expect(await signIns.take('browser', 's')).toEqual(signIn)
    expect(await signIns.take('browser', 's')).toBeUndefined()
  })

  it('are handed out once even to two at the same moment', async () => {
    await using world = await createWorld()
    const { signIns } = await world.open()
    await signIns.begin('browser', signIn)
    const taken = await Promise.all([signIns.take('browser', 's'), signIns.take('browser', 's')])
    expect(taken.filter(Boolean)).toHaveLength(1)
  })

  it('are over after ten minutes', async () => {
    await using world = await createWorld()
    const { signIns } = await world.open()
    await signIns.begin('browser', signIn)
    world.time += 10 * 60_000
    expect(await signIns.take('browser', 's')).toBeUndefined()
    await signIns.deleteExpired()
    expect(countRows(world.dataDir, 'sign_ins')).toBe(0)
  })
})
