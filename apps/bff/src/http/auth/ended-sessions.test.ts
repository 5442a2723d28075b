import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DemoPerson } from '@patchbay/demo-idp'
import type { Browser } from '../../testing/browser.ts'
import { startPatchbay, type Patchbay } from '../../testing/start-patchbay.ts'

const MINUTE_MS = 60_000

let people: DemoPerson[]
let time: number
let patchbay: Patchbay

beforeEach(async () => {
  people = [{ id: 'priya', name: 'Priya Raman', roles: ['auditor'], mayDo: '' }]
  time = Date.now()
  patchbay = await startPatchbay({
    now: () => new Date(time),
    idp: { people },
    expiryEveryMs: 20,
    settings: { PATCHBAY_CLAIMS_MINUTES: '15', PATCHBAY_SESSION_ABSOLUTE_MINUTES: '60' },
  })
})
afterEach(() => patchbay.close())

async function signIn(browser = patchbay.newBrowser()): Promise<Browser> {
  await browser.visit('/auth/sign-in?login_hint=priya&returnTo=/healthz')
  return browser
}

const ask = async (browser: Browser) => (await browser.request('/api/session')).status

/** What the trail tells of sign-ins and sign-outs after the first one: kind, roles, and how. */
async function told(): Promise<unknown[]> {
  const rows = await patchbay.store.database.selectFrom('audit_records').select('body').orderBy('seq').execute()
  const bodies = rows.map(({ body }) => JSON.parse(body) as { kind: string; person: { roles: string[] }; how: string })
  return bodies.slice(1).map(({ kind, person, how }) => [kind, person.roles, how])
}

it('tells that roles are other ones than before', async () => {
  const browser = await signIn()
  people[0] = { id: 'priya', name: 'Priya Raman', roles: ['administrator'], mayDo: '' }
  time += 15 * MINUTE_MS
  expect(await ask(browser)).toBe(200)
  const how = 'roles read again at the identity provider; they were: auditor'
  expect(await told()).toEqual([['sign-in', ['administrator'], how]])
  time += 15 * MINUTE_MS
  expect(await ask(browser)).toBe(200)
  expect(await told()).toHaveLength(1)
})

it('tells that the last role is gone, once for many requests at the same moment', async () => {
  const browser = await signIn()
  people[0] = { id: 'priya', name: 'Priya Raman', roles: [], mayDo: '' }
  time += 15 * MINUTE_MS
  await Promise.all(Array.from({ length: 5 }, () => ask(browser)))
  await expect.poll(() => told()).toEqual([['sign-out', ['auditor'], 'the identity provider gives no role any more']])
  expect(await ask(browser)).toBe(401)
})

it('tells that the identity provider refused to go on', async () => {
  const browser = await signIn()
  people.length = 0
  time += 15 * MINUTE_MS
  expect(await ask(browser)).toBe(401)
  expect(await told()).toEqual([['sign-out', ['auditor'], 'refused by the identity provider']])
})

it('tells that a session was idle for too long, though nobody asks any more', async () => {
  await signIn()
  time += 30 * MINUTE_MS
  await expect.poll(() => told()).toEqual([['sign-out', ['auditor'], 'nothing was done for too long']])
})

it('tells that a session reached its end while it was in use', async () => {
  const browser = await signIn()
  for (let minutes = 0; minutes < 60; minutes += 20) {
    expect(await ask(browser)).toBe(200)
    time += 20 * MINUTE_MS
  }
  expect(await ask(browser)).toBe(401)
  await expect.poll(() => told()).toEqual([['sign-out', ['auditor'], 'signed in for too long']])
})

it('tells that another sign-in in the same browser ended the session before it', async () => {
  await signIn(await signIn())
  expect(await told()).toEqual([
    ['sign-out', ['auditor'], 'another sign-in in the same browser'],
    ['sign-in', ['auditor'], null],
  ])
})

/** The trail takes nothing until it is mended, though all else can be written. */
async function breakTrail(): Promise<{ mend(): Promise<unknown> }> {
  const { database } = patchbay.store
  await sql`create trigger refuse before update on audit_head begin select raise(abort, 'no'); end`.execute(database)
  return { mend: () => sql`drop trigger refuse`.execute(database) }
}

it('a session that cannot be written down as ended has not ended', async () => {
  const browser = await signIn()
  const trail = await breakTrail()
  expect((await browser.request('/auth/sign-out', { method: 'POST' })).status).toBe(500)
  expect(await ask(browser)).toBe(200)
  await trail.mend()
  expect(await told()).toEqual([])
  expect((await browser.request('/auth/sign-out', { method: 'POST' })).status).toBe(200)
  expect(await ask(browser)).toBe(401)
  expect(await told()).toEqual([['sign-out', ['auditor'], null]])
})

it('one that is over stays refused, and is taken away as soon as that can be written down', async () => {
  const browser = await signIn()
  const trail = await breakTrail()
  time += 30 * MINUTE_MS
  expect(await ask(browser)).toBe(401)
  expect(await patchbay.store.database.selectFrom('sessions').selectAll().execute()).toHaveLength(1)
  await trail.mend()
  await expect.poll(() => told()).toEqual([['sign-out', ['auditor'], 'nothing was done for too long']])
  expect(await patchbay.store.database.selectFrom('sessions').selectAll().execute()).toEqual([])
})
