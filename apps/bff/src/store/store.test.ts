import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { sql, type Generated, type Kysely, type Transaction } from 'kysely'
import { Fault } from '../http/fault.ts'
import { migrations } from './migrations.ts'
import { StoreError } from './store-error.ts'
import { openStore, type Store } from './store.ts'
import type { Tables } from './tables.ts'
import { makeStorePlace, type StorePlace } from './testing/store-place.ts'

interface World {
  readonly open: () => Promise<Store>
  readonly reported: unknown[]
  time: number
  [Symbol.asyncDispose](): Promise<void>
}

async function createWorld(given?: StorePlace): Promise<World> {
  const place = given ?? (await makeStorePlace())
  const opened: Store[] = []
  const world: World = {
    time: Date.UTC(2026, 10, 21),
    reported: [],
    async open() {
      const store = await openStore({
        ...place,
        sessionLimits: { idleMinutes: 30, absoluteMinutes: 480, claimsMinutes: 15 },
        now: () => new Date(world.time),
        onError: (error) => world.reported.push(error),
      })
      opened.push(store)
      return store
    },
    async [Symbol.asyncDispose]() {
      for (const store of opened) await store.close()
      if (!given) await place[Symbol.asyncDispose]()
    },
  }
  return world
}

async function countRows({ database }: Store, table: 'sessions' | 'sign_ins'): Promise<number> {
  const { rows } = await database
    .selectFrom(table)
    .select((columns) => columns.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return rows
}

const inTransaction = <Answer>({ database }: Store, act: (transaction: Transaction<Tables>) => Promise<Answer>) =>
  database.transaction().execute(act)

const person = { id: 'p1', name: 'Priya Raman', roles: ['auditor'], idToken: null, sid: null, refreshToken: null }
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
      places: [],
      username: null,
      idToken: null,
      expiresAt: new Date(world.time + 480 * 60_000),
      claimsReadAt: new Date(world.time),
      areClaimsDue: false,
    })
  })

  it('makes its tables once when several processes start together on nothing', async () => {
    await using place = await makeStorePlace({ isBlank: true })
    const options = JSON.stringify({ ...place, sessionLimits: { idleMinutes: 1, absoluteMinutes: 1 } })
    const script = `
      import { openStore } from ${JSON.stringify(new URL('store.ts', import.meta.url).href)}
      const store = await openStore({ ...${options}, now: () => new Date(), onError: console.error })
      await store.close()`
    const start = promisify(execFile)
    const replicas = Array.from({ length: 4 }, () => start(process.execPath, ['--input-type=module', '-e', script]))
    const said = (await Promise.all(replicas)).map(({ stdout, stderr }) => stdout + stderr)
    expect(said).toEqual(['', '', '', ''])
    await using world = await createWorld(place)
    const { database } = await world.open()
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database)
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations).toSorted())
  })

  it('is not opened by an older version than the one that made it, and says what to do', async () => {
    await using world = await createWorld()
    const store = await world.open()
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'then')`.execute(store.database)
    const opening = world.open()
    await expect(opening).rejects.toBeInstanceOf(StoreError)
    await expect(opening).rejects.toThrow(
      /^(PATCHBAY_DATA_DIR|DATABASE_URL): .+ was brought up to date by a newer version of Patchbay \(it has 9999-later\)\. Run .*\.$/,
    )
  })

  it('answers whole numbers as numbers, counts and sums too', async () => {
    await using world = await createWorld()
    const store = await world.open()
    const database = store.database as unknown as Kysely<{ numbers: { id: Generated<number>; big: number } }>
    await database.schema.createTable('numbers').addColumn('big', 'bigint').execute()
    await database
      .insertInto('numbers')
      .values([{ big: Number.MAX_SAFE_INTEGER - 1 }, { big: 1 }])
      .execute()
    const { rows } = await sql`select max(big) as most, count(*) as many, sum(big) as total from numbers`.execute(
      database,
    )
    expect(rows).toEqual([{ most: Number.MAX_SAFE_INTEGER - 1, many: 2, total: Number.MAX_SAFE_INTEGER }])
  })

  it('knows when it cannot be read, and says so in the words of the contract', async () => {
    await using world = await createWorld()
    const store = await world.open()
    expect(await store.isReachable()).toBe(true)
    await sql`drop table sessions`.execute(store.database)
    await expect(store.sessions.create(person)).rejects.not.toBeInstanceOf(Fault)
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
    const store = await world.open()
    const { sessions } = store
    const end = () => inTransaction(store, (transaction) => sessions.end(token, transaction))
    const token = await sessions.create({ ...person, idToken: 'hint' })
    const other = await sessions.create(person)
    expect(await end()).toMatchObject({ idToken: 'hint' })
    expect(await end()).toBeUndefined()
    expect(await sessions.find(token)).toBeUndefined()
    expect(await sessions.find(other)).toBeDefined()
  })

  it('that are over are deleted, the others are not', async () => {
    await using world = await createWorld()
    const store = await world.open()
    const { sessions } = store
    const endExpired = () => inTransaction(store, (transaction) => sessions.endExpired(transaction))
    await sessions.create(person)
    world.time += 20 * 60_000
    const token = await sessions.create(person)
    world.time += 10 * 60_000
    expect(await endExpired()).toMatchObject([{ person: { id: person.id }, limit: 'idle' }])
    expect(await endExpired()).toEqual([])
    expect(await countRows(store, 'sessions')).toBe(1)
    expect(await sessions.find(token)).toBeDefined()
  })
})

describe('a refresh token', () => {
  const withToken = { ...person, refreshToken: 'the-refresh-token' }

  it('is kept so that the store alone cannot use it', async () => {
    await using world = await createWorld()
    const { sessions, database } = await world.open()
    const token = await sessions.create(withToken)
    expect(JSON.stringify(await database.selectFrom('sessions').selectAll().execute())).not.toContain('the-refresh')
    const other = await sessions.create(person)
    await database
      .updateTable('sessions')
      .set((row) => ({
        sealed_refresh_token: row
          .selectFrom('sessions')
          .select('sealed_refresh_token')
          .where('sealed_refresh_token', 'is not', null)
          .limit(1),
      }))
      .execute()
    world.time += 15 * 60_000
    await expect(sessions.takeRefreshToken(other)).rejects.toThrow('unable to authenticate data')
    expect(await sessions.takeRefreshToken(token)).toBe('the-refresh-token')
  })

  it('is handed out when the claims are due, to one caller a minute', async () => {
    await using world = await createWorld()
    const store = await world.open()
    const { sessions } = store
    const token = await sessions.create(withToken)
    expect(await sessions.takeRefreshToken(token)).toBeUndefined()
    world.time += 15 * 60_000
    const taken = await Promise.all([1, 2, 3].map(() => sessions.takeRefreshToken(token)))
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1)
    world.time += 60_000
    expect(await sessions.takeRefreshToken(token)).toBe('the-refresh-token')
    const renewed = { ...withToken, refreshToken: 'the next one', sid: 's' }
    await inTransaction(store, (transaction) => sessions.renew(token, renewed, transaction))
    expect(await sessions.takeRefreshToken(token)).toBeUndefined()
    const ended = await inTransaction(store, (transaction) => sessions.end(token, transaction))
    expect(ended).toMatchObject({ refreshToken: 'the next one' })
  })
})

describe('a logout', () => {
  const logout = { jti: 'j', expiresAt: new Date(Date.UTC(2026, 10, 22)), personId: 'p1', sid: undefined }

  it('counts once even for two at the same moment, and is forgotten when its token is too old anyway', async () => {
    await using world = await createWorld()
    const store = await world.open()
    const { sessions, logouts, database } = store
    await sessions.create(person)
    const take = () => inTransaction(store, (transaction) => logouts.take(logout, transaction))
    const ended = await Promise.all([take(), take()])
    expect(ended.filter((one) => one?.[0]?.name === person.name)).toHaveLength(1)
    expect(ended).toContain(undefined)
    world.time = logout.expiresAt.getTime()
    await logouts.deleteExpired()
    expect(await database.selectFrom('logout_tokens').selectAll().execute()).toEqual([])
  })

  it.each([
    ['a session', { personId: undefined, sid: 's1' }, ['s2', null]],
    ['a person’s session, and those that have no name', { personId: 'p1', sid: 's1' }, ['s2']],
    ['a person', { personId: 'p1', sid: undefined }, []],
    ['someone else', { personId: 'p2', sid: undefined }, ['s1', 's2', null]],
  ])('of %s ends just that', async (_what, whom, left) => {
    await using world = await createWorld()
    const store = await world.open()
    const { sessions, logouts } = store
    const tokens = new Map<string | null, string>()
    for (const sid of ['s1', 's2', null]) tokens.set(sid, await sessions.create({ ...person, sid }))
    await inTransaction(store, (transaction) => logouts.take({ ...logout, ...whom }, transaction))
    const found = await Promise.all(
      [...tokens].map(async ([sid, token]) => ((await sessions.find(token)) ? [sid] : [])),
    )
    expect(found.flat()).toEqual(left)
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
    const store = await world.open()
    const { signIns } = store
    await signIns.begin('browser', signIn)
    world.time += 10 * 60_000
    expect(await signIns.take('browser', 's')).toBeUndefined()
    await signIns.deleteExpired()
    expect(await countRows(store, 'sign_ins')).toBe(0)
  })

  it('that ended while nobody was running are deleted at the next start', async () => {
    await using world = await createWorld()
    const store = await world.open()
    await store.signIns.begin('browser', signIn)
    await store.close()
    world.time += 10 * 60_000
    expect(await countRows(await world.open(), 'sign_ins')).toBe(0)
  })
})
