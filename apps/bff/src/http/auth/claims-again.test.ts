import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DemoPerson } from '@patchbay/demo-idp'
import type { Browser } from '../../testing/browser.ts'
import { createLog } from '../log.ts'
import { startPatchbay, type Patchbay } from '../../testing/start-patchbay.ts'

const MINUTE_MS = 60_000

let people: DemoPerson[]
let time: number
let patchbay: Patchbay

const start = (idp: { refreshTokens?: boolean } = {}) =>
  startPatchbay({ now: () => new Date(time), idp: { people, ...idp }, providerTimeoutMs: 300 })

beforeEach(async () => {
  people = [{ id: 'priya', name: 'Priya Raman', roles: ['administrator'], mayDo: '' }]
  time = Date.now()
  patchbay = await start()
})
afterEach(() => patchbay.close())

async function signIn(to = patchbay): Promise<Browser> {
  const browser = to.newBrowser()
  await browser.visit('/auth/sign-in?login_hint=priya&returnTo=/healthz')
  return browser
}

/** What the session says: the roles, or the status where there is none. */
async function rolesOf(browser: Browser): Promise<unknown> {
  const response = await browser.request('/api/session')
  return response.status === 200 ? ((await response.json()) as { roles: string[] }).roles : response.status
}

function setRoles(...roles: string[]): void {
  people[0] = { id: 'priya', name: 'Priya Raman', roles, mayDo: '' }
}

async function failAt(fault: object, { issuer }: Patchbay = patchbay): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch(`${issuer}/_demo-idp/fault`, { method: 'POST', headers, body: JSON.stringify(fault) })
}
const mend = () => fetch(`${patchbay.issuer}/_demo-idp/fault`, { method: 'DELETE' })

describe('roles at the provider', () => {
  it('count here within a quarter of an hour, without signing in again', async () => {
    const browser = await signIn()
    setRoles('auditor')
    time += 14 * MINUTE_MS
    expect(await rolesOf(browser)).toEqual(['administrator'])
    time += MINUTE_MS
    expect(await rolesOf(browser)).toEqual(['auditor'])
    setRoles('helpdesk')
    time += 15 * MINUTE_MS
    expect(await rolesOf(browser)).toEqual(['helpdesk'])
  })

  it('that are all gone end the session', async () => {
    const browser = await signIn()
    setRoles()
    time += 15 * MINUTE_MS
    expect(await rolesOf(browser)).toBe(401)
  })

  it('of someone who is no longer known there end the session', async () => {
    const browser = await signIn()
    people.length = 0
    time += 15 * MINUTE_MS
    expect(await rolesOf(browser)).toBe(401)
  })

  it('are asked for once by many requests at the same moment: a refresh token used twice is a stolen one', async () => {
    const browser = await signIn()
    for (let round = 0; round < 3; round += 1) {
      time += 15 * MINUTE_MS
      const answers = await Promise.all(Array.from({ length: 10 }, () => rolesOf(browser)))
      expect(answers).toEqual(Array.from({ length: 10 }, () => ['administrator']))
    }
  })

  it('last as long as the session where the provider gives no refresh token', async () => {
    await using other = await start({ refreshTokens: false })
    const browser = await signIn(other)
    for (let minutes = 0; minutes < 460; minutes += 20) {
      time += 20 * MINUTE_MS
      expect(await rolesOf(browser)).toEqual(['administrator'])
    }
    time += 20 * MINUTE_MS
    expect(await rolesOf(browser)).toBe(401)
  })
})

describe('a provider in trouble when roles are due', () => {
  it.each([
    ['hangs up', { path: '/token' }],
    ['answers an error', { path: '/token', status: 503, body: '{"error":"temporarily_unavailable"}' }],
    ['answers a page', { path: '/token', status: 200, body: '<h1>Maintenance</h1>', type: 'text/html' }],
    ['answers nothing in time', { path: '/token', status: 200, body: '{}', delayMs: 60_000 }],
  ])('leaves the session as it was for an hour when it %s, and ends it then', async (_how, fault) => {
    const browser = await signIn()
    await failAt(fault)
    time += 15 * MINUTE_MS
    expect(await rolesOf(browser)).toEqual(['administrator'])
    time += 25 * MINUTE_MS
    expect(await rolesOf(browser)).toEqual(['administrator'])
    time += 21 * MINUTE_MS
    expect(await rolesOf(browser)).toBe(401)
  })

  it('is asked again after a minute, not at every request', async () => {
    const browser = await signIn()
    await failAt({ path: '/token' })
    time += 15 * MINUTE_MS
    expect(await rolesOf(browser)).toEqual(['administrator'])
    await mend()
    setRoles('auditor')
    time += MINUTE_MS - 1
    expect(await rolesOf(browser)).toEqual(['administrator'])
    time += 1
    expect(await rolesOf(browser)).toEqual(['auditor'])
  })
})

it('gives the refresh token back at sign-out, and signs out all the same where the provider does not take it', async () => {
  const lines: Record<string, unknown>[] = []
  const log = createLog('trace', { write: (line: string) => lines.push(JSON.parse(line)) })
  await using logged = await startPatchbay({ log })
  const refused = () => lines.filter(({ msg }) => msg === 'revoking a refresh token failed')
  const signOut = async () => {
    const browser = logged.newBrowser()
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    expect((await browser.request('/auth/sign-out', { method: 'POST' })).status).toBe(200)
    expect(await rolesOf(browser)).toBe(401)
  }
  await signOut()
  expect(refused()).toEqual([])
  await failAt({ path: '/token/revocation', status: 503 }, logged)
  await signOut()
  expect(refused()).toMatchObject([{ level: 40, causes: [expect.any(String), expect.any(String)] }])
})
