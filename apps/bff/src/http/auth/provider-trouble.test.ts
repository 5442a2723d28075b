import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '../../testing/browser.ts'
import { expectSecurityHeaders } from '../../testing/expect-error.ts'
import { startPatchbay, type Patchbay } from '../../testing/start-patchbay.ts'

const SESSION = '__Host-patchbay'

async function breakDown({ issuer }: Patchbay, fault: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await fetch(`${issuer}/_demo-idp/fault`, { method: 'POST', headers, body: JSON.stringify(fault) })
}

async function signIn(browser: Browser): Promise<Response> {
  return (await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')).response
}

const troubles: readonly [string, { status?: number; body?: string; type?: string; delayMs?: number }][] = [
  ['hangs up', {}],
  ['answers 500 with nothing', { status: 500 }],
  ['answers 503 with a page', { status: 503, body: '<h1>Down for maintenance</h1>', type: 'text/html' }],
  ['answers 200 with a page', { status: 200, body: '<h1>Welcome to the hotel</h1>', type: 'text/html' }],
  ['answers half of its JSON', { status: 200, body: '{"issuer": "htt' }],
  ['is too slow', { status: 200, body: '{}', delayMs: 60_000 }],
  ['answers another thing', { status: 200, body: '{"hello":"world"}' }],
  ['answers a list', { status: 200, body: '[]' }],
]
/** JSON where tokens should be is an answer, though a wrong one. */
const isWrongAnswer = (path: string, { body }: { body?: string }) =>
  /^\/(token|me)$/.test(path) && /^(\[\]|.*hello.*)$/.test(body ?? '')

describe.each([
  ['description', '/.well-known/openid-configuration'],
  ['token endpoint', '/token'],
  ['keys', '/jwks'],
  ['UserInfo endpoint', '/me'],
])('while the provider’s %s', (_name, path) => {
  it.each(troubles)('%s, sign-in ends on a plain page with the way out, and works afterwards', async (_how, fault) => {
    await using patchbay = await startPatchbay({ providerTimeoutMs: 300, idp: { claimsIn: 'userinfo' } })
    const browser = patchbay.newBrowser()
    await breakDown(patchbay, { path, ...fault })
    const failed = await signIn(browser)
    const isWrong = isWrongAnswer(path, fault)
    expect(failed.status).toBe(isWrong ? 400 : 503)
    expectSecurityHeaders(failed)
    const page = await failed.text()
    expect(page).toContain(`<h1>${isWrong ? 'You are not signed in' : 'Sign-in is not possible now'}</h1>`)
    expect(page).toContain('href="/auth/sign-in"')
    expect(page).not.toMatch(/hotel|maintenance|hello/i)
    expect(browser.cookies.has(SESSION)).toBe(false)
    await fetch(`${patchbay.issuer}/_demo-idp/fault`, { method: 'DELETE' })
    expect((await signIn(browser)).status).toBe(200)
    expect(browser.cookies.has(SESSION)).toBe(true)
  })
})

describe('a provider that changed its signing key', () => {
  it('signs people in at once, without a restart of Patchbay', async () => {
    await using patchbay = await startPatchbay()
    expect((await signIn(patchbay.newBrowser())).status).toBe(200)
    for (let change = 0; change < 3; change += 1) {
      await patchbay.idp.rotateSigningKey()
      expect((await signIn(patchbay.newBrowser())).status).toBe(200)
    }
  })

  it('is not believed with a key that it does not publish', async () => {
    await using patchbay = await startPatchbay()
    const published = await (await fetch(`${patchbay.issuer}/jwks`)).text()
    await patchbay.idp.rotateSigningKey()
    await breakDown(patchbay, { path: '/jwks', status: 200, body: published })
    const browser = patchbay.newBrowser()
    const response = await signIn(browser)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('does not fit this sign-in')
    expect(browser.cookies.has(SESSION)).toBe(false)
  })
})

describe('a provider whose clock is wrong', () => {
  const bin = fileURLToPath(new URL('../../../../../packages/demo-idp/src/bin.ts', import.meta.url))

  /** A real provider in a process of its own, whose clock is so many seconds ahead. */
  async function startIdpAhead(seconds: number) {
    const clock = `data:text/javascript,const now=Date.now;Date.now=()=>now()+${seconds * 1_000}`
    const child = spawn(process.execPath, ['--import', clock, bin, '--port', '0'], {
      env: {},
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const [{ url }] = (await once(child, 'message')) as [{ url: string }]
    return { url, [Symbol.asyncDispose]: async () => void (child.kill(), await once(child, 'exit')) }
  }

  it.each([
    ['twenty seconds ahead', 20, 200],
    ['twenty seconds behind what its tokens last', -620, 200],
    ['minutes behind what its tokens last', -700, 400],
  ])('%s', async (_how, seconds, status) => {
    await using idp = await startIdpAhead(seconds)
    await using patchbay = await startPatchbay({ settings: { OIDC_ISSUER: idp.url } })
    expect((await signIn(patchbay.newBrowser())).status).toBe(status)
  })
})

describe('an answer of another provider', () => {
  let patchbay: Patchbay
  beforeAll(async () => {
    patchbay = await startPatchbay()
  })
  afterAll(() => patchbay.close())

  it.each([
    ['that names itself', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['that names nobody', (url: URL) => url.searchParams.delete('iss')],
    ['that names two', (url: URL) => url.searchParams.append('iss', 'https://evil.example')],
  ])('%s is refused before the code is sent anywhere', async (_how, change) => {
    const browser = patchbay.newBrowser()
    let url = new URL((await browser.request('/auth/sign-in?login_hint=auditor')).headers.get('location') ?? '')
    while (url.pathname !== '/auth/callback') {
      url = new URL((await browser.request(url.href)).headers.get('location') ?? '', url)
    }
    change(url)
    // Were the code sent, the answer would be 503.
    await breakDown(patchbay, { path: '/token' })
    expect((await browser.request(url.href)).status).toBe(400)
    await fetch(`${patchbay.issuer}/_demo-idp/fault`, { method: 'DELETE' })
    expect(browser.cookies.has(SESSION)).toBe(false)
  })
})
