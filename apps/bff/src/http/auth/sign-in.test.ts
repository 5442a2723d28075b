import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { expectError, expectSecurityHeaders } from '../../testing/expect-error.ts'
import { startPatchbay, type Patchbay } from '../../testing/start-patchbay.ts'
import type { Browser } from '../../testing/browser.ts'
import { createLog } from '../log.ts'

const SESSION = '__Host-patchbay'
const SIGN_IN = '__Host-patchbay-sign-in'

/** Goes on until the identity provider sends the browser back, and stops before it comes in. */
async function goToCallback(browser: Browser, path = '/auth/sign-in?login_hint=auditor'): Promise<URL> {
  let url = new URL((await browser.request(path)).headers.get('location') ?? '')
  while (url.pathname !== '/auth/callback') {
    url = new URL((await browser.request(url.href)).headers.get('location') ?? '', url)
  }
  return url
}

async function query<Row>(patchbay: Patchbay, statement: string): Promise<Row[]> {
  return (await sql.raw<Row>(statement).execute(patchbay.store.database)).rows
}

function recordLog() {
  const lines: Record<string, unknown>[] = []
  return { lines, log: createLog('trace', { write: (line: string) => lines.push(JSON.parse(line)) }) }
}

const statusOfSession = async (browser: Browser) => (await browser.request('/api/session')).status

describe('sign-in', () => {
  it.each([
    ['administrator', 'Amara Okafor'],
    ['supervisor', 'Joanna Whitfield'],
    ['helpdesk', 'Rafael Moreno'],
    ['auditor', 'Priya Raman'],
  ])('brings %s in through the code flow, and to where they wanted to be', async (person, name) => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    const { url } = await browser.visit(`/auth/sign-in?login_hint=${person}&returnTo=/meridian/users%3Fpage%3D2`)
    expect(url.href).toBe(`${patchbay.url}/meridian/users?page=2`)
    const session = await (await browser.request('/api/session')).json()
    expect(session).toMatchObject({ person: { id: person, name }, roles: [person] })
  })

  it('sends PKCE, state and nonce, and keeps their secrets to itself', async () => {
    await using patchbay = await startPatchbay()
    const response = await patchbay.newBrowser().request('/auth/sign-in?login_hint=auditor')
    const url = new URL(response.headers.get('location') ?? '')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(url.origin).toBe(patchbay.issuer)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: `${patchbay.url}/auth/callback`,
    })
    const [row] = await query<Record<string, string>>(patchbay, 'select * from sign_ins')
    const seen = url.href + response.headers.getSetCookie().join('\n')
    expect(row?.['code_verifier']).toMatch(/^[\w-]{43}$/)
    expect(seen).not.toContain(row?.['code_verifier'])
  })

  it('reads name and roles from UserInfo where the ID token has them not', async () => {
    await using patchbay = await startPatchbay({ idp: { claimsIn: 'userinfo' } })
    const read = await patchbay.signIn('supervisor')
    expect(await (await read('/api/session')).json()).toMatchObject({
      person: { id: 'supervisor', name: 'Joanna Whitfield' },
      roles: ['supervisor'],
    })
  })

  it.each([
    ['Chrome', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'],
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'],
    ['curl', 'curl/8.20.0'],
  ])('gives %s a __Host- cookie', async (_name, userAgent) => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    const callback = await goToCallback(browser)
    const [cookie] = (
      await browser.request(callback.href, { headers: { 'user-agent': userAgent } })
    ).headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-patchbay=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(await statusOfSession(browser)).toBe(200)
  })

  it('gives Safari on loopback, which refuses Secure cookies there, the plain name', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    const safari =
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15'
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz', { 'user-agent': safari })
    expect([...browser.cookies.keys()].filter((name) => name.includes('patchbay')).toSorted()).toEqual([
      'patchbay',
      'patchbay-sign-in',
    ])
    expect(await statusOfSession(browser)).toBe(200)
  })

  it('goes on at the one loopback name that cookies and identity provider know', async () => {
    await using patchbay = await startPatchbay()
    const port = new URL(patchbay.url).port
    const other = `http://localhost:${port}/auth/sign-in?login_hint=auditor&returnTo=/x`
    const response = await fetch(other, { redirect: 'manual' })
    expect(response.headers.get('location')).toBe(`${patchbay.url}/auth/sign-in?login_hint=auditor&returnTo=/x`)
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/%09/evil.example'])(
    'does not go to %s afterwards',
    async (returnTo) => {
      await using patchbay = await startPatchbay()
      const browser = patchbay.newBrowser()
      const path = `/auth/sign-in?login_hint=auditor&returnTo=${encodeURIComponent(decodeURIComponent(returnTo))}`
      const callback = await goToCallback(browser, path)
      expect((await browser.request(callback.href)).headers.get('location')).toBe('/')
    },
  )
})

describe('the way back from the identity provider', () => {
  it('is good once', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    const callback = await goToCallback(browser)
    expect((await browser.request(callback.href)).status).toBe(303)
    browser.cookies.delete(SESSION)
    const replayed = await browser.request(callback.href)
    expect(replayed.status).toBe(400)
    expect(await replayed.text()).toContain('already used')
    expectSecurityHeaders(replayed)
    expect(browser.cookies.has(SESSION)).toBe(false)
  })

  it('is good only in the browser that began', async () => {
    await using patchbay = await startPatchbay()
    const callback = await goToCallback(patchbay.newBrowser())
    const victim = patchbay.newBrowser()
    expect((await victim.request(callback.href)).status).toBe(400)
    await victim.request('/auth/sign-in')
    expect((await victim.request(callback.href)).status).toBe(400)
    expect(victim.cookies.has(SESSION)).toBe(false)
  })

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['two states', (url: URL) => url.searchParams.append('state', 'x')],
    ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
  ])('is refused with %s', async (_how, change) => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    const callback = await goToCallback(browser)
    change(callback)
    const response = await browser.request(callback.href)
    expect(response.status).toBe(400)
    expect(browser.cookies.has(SESSION)).toBe(false)
  })

  it('is refused when the code belongs to another sign-in of the same browser', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    const [first, second] = [await goToCallback(browser), await goToCallback(browser)]
    first.searchParams.set('code', second.searchParams.get('code') ?? '')
    expect((await browser.request(first.href)).status).toBe(400)
    expect(browser.cookies.has(SESSION)).toBe(false)
  })

  it('lets two tabs sign in at once', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    const [first, second] = [await goToCallback(browser), await goToCallback(browser)]
    expect((await browser.request(first.href)).status).toBe(303)
    expect((await browser.request(second.href)).status).toBe(303)
  })

  it('is refused when the ID token was made for another nonce', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    const callback = await goToCallback(browser)
    await query(patchbay, "update sign_ins set nonce = 'another'")
    expect((await browser.request(callback.href)).status).toBe(400)
    expect(browser.cookies.has(SESSION)).toBe(false)
  })

  it('is refused after ten minutes', async () => {
    let time = Date.now()
    await using patchbay = await startPatchbay({ now: () => new Date(time) })
    const browser = patchbay.newBrowser()
    const callback = await goToCallback(browser)
    time += 10 * 60_000
    expect((await browser.request(callback.href)).status).toBe(400)
  })

  it('says so when the identity provider refused', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    const begun = new URL((await browser.request('/auth/sign-in')).headers.get('location') ?? '')
    const refusal = new URLSearchParams({
      error: 'access_denied',
      error_description: '<script>alert(1)</script>',
      state: begun.searchParams.get('state') ?? '',
      iss: patchbay.issuer,
    })
    const response = await browser.request(`/auth/callback?${refusal.toString()}`)
    expect(response.status).toBe(403)
    const page = await response.text()
    expect(page).toContain('refused the sign-in')
    expect(page).not.toContain('alert(1)')
  })
})

describe('who may come in', () => {
  const people = [{ id: 'visitor', name: '<b>Vera</b> & Co', roles: ['receptionist'], mayDo: 'Nothing.' }]

  it('keeps someone without a role out and says whom to ask', async () => {
    await using patchbay = await startPatchbay({ idp: { people } })
    const browser = patchbay.newBrowser()
    const { response } = await browser.visit('/auth/sign-in?login_hint=visitor&returnTo=/')
    expect(response.status).toBe(403)
    const page = await response.text()
    expect(page).toContain('Ask whoever manages sign-in')
    expect(page).toContain('&lt;b&gt;Vera&lt;/b&gt; &amp; Co')
    expect(page).not.toContain('<b>')
    expectSecurityHeaders(response)
    expect(await statusOfSession(browser)).toBe(401)
  })

  it('names who gives roles here, where that is configured', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'patchbay-config-'))
    const file = join(folder, 'patchbay.config.json')
    await writeFile(file, JSON.stringify({ contact: 'the Service Desk <4400>' }))
    await using patchbay = await startPatchbay({ idp: { people }, settings: { PATCHBAY_CONFIG_FILE: file } })
    await rm(folder, { recursive: true })
    const { response } = await patchbay.newBrowser().visit('/auth/sign-in?login_hint=visitor&returnTo=/')
    expect(await response.text()).toContain('Ask the Service Desk &lt;4400&gt; to give you one of these roles')
  })

  it('ends the session before, also when the next person has no role', async () => {
    await using patchbay = await startPatchbay({
      idp: { people: [...people, { id: 'auditor', name: 'Priya', roles: ['auditor'], mayDo: '' }] },
    })
    const browser = patchbay.newBrowser()
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    await browser.visit('/auth/sign-in?login_hint=visitor')
    expect(await query(patchbay, 'select * from sessions')).toEqual([])
  })

  it('answers a plain page while the identity provider is away, and stays alive', async () => {
    await using patchbay = await startPatchbay({ settings: { OIDC_ISSUER: 'http://127.0.0.1:1' } })
    const response = await patchbay.newBrowser().request('/auth/sign-in')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('The identity provider does not answer')
    expect((await patchbay.newBrowser().request('/healthz')).status).toBe(200)
  })
})

describe('a failure at sign-in', () => {
  it('is the identity provider’s where that goes away before the code is traded', async () => {
    const { lines, log } = recordLog()
    await using patchbay = await startPatchbay({ log })
    const browser = patchbay.newBrowser()
    const callback = await goToCallback(browser)
    await patchbay.stopIdp()
    const response = await browser.request(callback.href)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('The identity provider does not answer')
    expect(lines.find(({ msg }) => msg === 'sign-in failed')).toMatchObject({ level: 40 })
    expect(JSON.stringify(lines)).not.toContain('"stack"')
  })

  it('is ours where the store fails, and is not blamed on anyone else', async () => {
    const { lines, log } = recordLog()
    await using patchbay = await startPatchbay({ log })
    await query(patchbay, 'alter table sign_ins rename to gone')
    const response = await patchbay.newBrowser().request('/auth/sign-in')
    expect(response.status).toBe(500)
    expectSecurityHeaders(response)
    expect(await response.text()).not.toMatch(/sign_ins|SQL/i)
    expect(lines.find(({ msg }) => msg === 'sign-in failed')).toMatchObject({
      level: 50,
      err: { message: expect.stringContaining('sign_ins') },
    })
  })
})

describe('a session', () => {
  it('is found though a neighbour on loopback planted another cookie before it', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    const cookie = `patchbay=${'x'.repeat(43)}; ${SESSION}=made-up; ${SESSION}=${browser.cookies.get(SESSION)}`
    expect((await browser.request('/api/session', { headers: { cookie } })).status).toBe(200)
  })

  it('does not begin by a binding that another browser could have, too', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    browser.cookies.set(SIGN_IN, '')
    await browser.request('/auth/sign-in')
    expect(browser.cookies.get(SIGN_IN)).toMatch(/^[\w-]{43}$/)
  })

  it('has a new id after each sign-in, and the old one is dead', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    browser.cookies.set(SESSION, 'planted')
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    const first = browser.cookies.get(SESSION) ?? ''
    expect(first).not.toBe('planted')
    await browser.visit('/auth/sign-in?login_hint=helpdesk&returnTo=/healthz')
    expect(browser.cookies.get(SESSION)).not.toBe(first)
    expect(await (await browser.request('/api/session')).json()).toMatchObject({ person: { id: 'helpdesk' } })
    browser.cookies.set(SESSION, first)
    expect(await statusOfSession(browser)).toBe(401)
  })

  it('is in the store as a hash only', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    const token = browser.cookies.get(SESSION) ?? ''
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const rows = await query<{ token_hash: string }>(patchbay, 'select * from sessions')
    expect(JSON.stringify(rows)).not.toContain(token)
    browser.cookies.set(SESSION, rows[0]?.token_hash ?? '')
    expect(await statusOfSession(browser)).toBe(401)
  })

  it('ends after half an hour of silence, and every request begins the half hour anew', async () => {
    let time = Date.now()
    await using patchbay = await startPatchbay({ now: () => new Date(time) })
    const send = await patchbay.signIn('auditor')
    for (let request = 0; request < 4; request += 1) {
      time += 29 * 60_000
      expect((await send('/api/session')).status).toBe(200)
    }
    time += 30 * 60_000
    await expectError(await send('/api/session'), 401, 'UNAUTHORIZED')
  })

  it('ends after eight hours whatever one does, as it said it would', async () => {
    let time = Date.now()
    const begin = time
    await using patchbay = await startPatchbay({ now: () => new Date(time) })
    const send = await patchbay.signIn('auditor')
    const { expiresAt } = (await (await send('/api/session')).json()) as { expiresAt: string }
    expect(Date.parse(expiresAt)).toBe(begin + 480 * 60_000)
    for (; time < begin + 479 * 60_000; time += 20 * 60_000) expect((await send('/api/session')).status).toBe(200)
    time = begin + 480 * 60_000
    expect((await send('/api/session')).status).toBe(401)
  })
})

describe('sign-out', () => {
  it('kills the session and says where to sign out at the identity provider', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    const token = browser.cookies.get(SESSION) ?? ''
    const response = await browser.request('/auth/sign-out', { method: 'POST' })
    expect(response.status).toBe(200)
    const { goTo } = (await response.json()) as { goTo: string }
    expect(browser.cookies.has(SESSION)).toBe(false)
    expect(await query(patchbay, 'select * from sessions')).toEqual([])
    browser.cookies.set(SESSION, token)
    expect(await statusOfSession(browser)).toBe(401)
    expect(new URL(goTo).origin).toBe(patchbay.issuer)
    expect((await browser.visit(goTo)).url.href).toBe(`${patchbay.url}/`)
  })

  it('works without a session, and while the identity provider is away', async () => {
    await using patchbay = await startPatchbay()
    const stranger = patchbay.newBrowser()
    expect(await (await stranger.request('/auth/sign-out', { method: 'POST' })).json()).toEqual({ goTo: '/' })
    const browser = patchbay.newBrowser()
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    await patchbay.stopIdp()
    expect((await browser.request('/auth/sign-out', { method: 'POST' })).status).toBe(200)
    expect(await query(patchbay, 'select * from sessions')).toEqual([])
  })

  it.each([
    ['without x-csrf', { 'x-csrf': undefined }],
    ['from a foreign origin', { origin: 'https://evil.example' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused %s', async (_how, headers) => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    await expectError(await browser.request('/auth/sign-out', { method: 'POST', headers }), 403, 'FORBIDDEN')
    expect(await statusOfSession(browser)).toBe(200)
  })

  it('does not happen by a link', async () => {
    await using patchbay = await startPatchbay()
    const browser = patchbay.newBrowser()
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    await expectError(await browser.request('/auth/sign-out'), 404, 'NOT_FOUND')
    expect(await statusOfSession(browser)).toBe(200)
  })
})

it('binds a sign-in by a short-lived Lax cookie', async () => {
  await using patchbay = await startPatchbay()
  const [cookie] = (await patchbay.newBrowser().request('/auth/sign-in')).headers.getSetCookie()
  expect(cookie).toMatch(new RegExp(`^${SIGN_IN}=[\\w-]{43}; Max-Age=600; Path=/; .*HttpOnly; Secure; SameSite=Lax$`))
})
