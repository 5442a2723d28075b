import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDemoIdp, type DemoIdp } from '@patchbay/demo-idp'
import { sql } from 'kysely'
import { importJWK, SignJWT, type JWK, type JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { createServer } from '../../server.ts'
import { Browser } from '../../testing/browser.ts'
import { expectError, expectSecurityHeaders } from '../../testing/expect-error.ts'
import { startPatchbay, type Patchbay } from '../../testing/start-patchbay.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

async function signIn(patchbay: Patchbay, person = 'auditor'): Promise<Browser> {
  const browser = patchbay.newBrowser()
  await browser.visit(`/auth/sign-in?login_hint=${person}&returnTo=/healthz`)
  expect(await statusOf(browser)).toBe(200)
  return browser
}

const statusOf = async (browser: Browser) => (await browser.request('/api/session')).status

/** Signs out at the provider itself, as from another application: Patchbay’s pages are not asked. */
async function signOutAtProvider(browser: Browser, { issuer }: DemoIdp): Promise<void> {
  const page = await (await browser.request(`${issuer}/session/end`)).text()
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const done = await browser.request(`${issuer}/session/end/confirm`, {
    method: 'POST',
    headers: { ...form, 'x-csrf': undefined, origin: undefined },
    body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
  })
  expect(done.status).toBe(303)
}

describe('a sign-out at the provider', () => {
  it('ends the session of that browser here, and no other, before the next request', async () => {
    await using patchbay = await startPatchbay()
    const [leaving, elsewhere, someoneElse] = [
      await signIn(patchbay),
      await signIn(patchbay),
      await signIn(patchbay, 'helpdesk'),
    ]
    await signOutAtProvider(leaving, patchbay.idp)
    await expectError(await leaving.request('/api/session'), 401, 'UNAUTHORIZED')
    expect([await statusOf(elsewhere), await statusOf(someoneElse)]).toEqual([200, 200])
  })

  it('ends it on every replica', async () => {
    await using patchbay = await startPatchbay()
    const browser = await signIn(patchbay)
    const replica = await createServer(
      readConfig({
        PATCHBAY_PORT: '0',
        ...patchbay.storeSettings,
        AWS_REGION: 'eu-west-2',
        AWS_ENDPOINT_URL_CONNECT: patchbay.emulator.url,
        OIDC_ISSUER: patchbay.issuer,
        LOG_LEVEL: 'silent',
      }),
    )
    const there = new Browser(replica.url)
    for (const [name, value] of browser.cookies) there.cookies.set(name, value)
    expect(await statusOf(there)).toBe(200)
    await signOutAtProvider(browser, patchbay.idp)
    expect(await statusOf(there)).toBe(401)
    await replica.close()
  })
})

describe('a logout token', () => {
  let dataDir: string
  let idp: DemoIdp
  let patchbay: Patchbay
  let key: JWK
  let tokens = 0
  const time = Date.now()

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'patchbay-idp-'))
    // What signs here is the provider's own key, so that nothing but the claim at hand is wrong.
    idp = await createDemoIdp({ port: 0, dataDir })
    key = JSON.parse(await readFile(join(dataDir, 'signing-key.json'), 'utf8'))
    patchbay = await startPatchbay({ settings: { OIDC_ISSUER: idp.issuer }, now: () => new Date(time) })
  })
  afterAll(async () => {
    await Promise.all([patchbay.close(), idp.close()])
    await rm(dataDir, { recursive: true })
  })

  const nowSeconds = () => Math.floor(time / 1_000)

  function claims(): JWTPayload {
    tokens += 1
    const iat = nowSeconds()
    const about = { iss: idp.issuer, aud: 'patchbay', sub: 'auditor', jti: `token-${tokens}` }
    return { ...about, iat, exp: iat + 120, events: { [EVENT]: {} } }
  }

  async function sign(payload: JWTPayload, header: object = {}, jwk: JWK = key): Promise<string> {
    const signing = await importJWK(jwk, 'ES256')
    return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt', ...header }).sign(signing)
  }

  const send = (body: string, type = 'application/x-www-form-urlencoded') =>
    fetch(`${patchbay.url}/auth/back-channel-logout`, { method: 'POST', headers: { 'content-type': type }, body })
  const sendToken = (token: string) => send(new URLSearchParams({ logout_token: token }).toString())

  async function expectRefused(token: string): Promise<string> {
    const browser = await signIn(patchbay)
    const response = await sendToken(token)
    expectSecurityHeaders(response)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { message, data } = await expectError(response, 400, 'BAD_REQUEST')
    expect(data.fields).toEqual([{ field: 'logout_token', message }])
    expect(await statusOf(browser)).toBe(200)
    return message
  }

  it.each(['logout+jwt', 'application/logout+jwt', 'JWT', undefined])('is taken typed as %s', async (typ) => {
    const browser = await signIn(patchbay)
    const response = await sendToken(await sign(claims(), { typ }))
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await statusOf(browser)).toBe(401)
  })

  it('that names a person only ends all sessions of that person, and of nobody else', async () => {
    const [first, second, other] = [await signIn(patchbay), await signIn(patchbay), await signIn(patchbay, 'helpdesk')]
    expect(await (await sendToken(await sign(claims()))).json()).toEqual({ ended: 2 })
    expect([await statusOf(first), await statusOf(second), await statusOf(other)]).toEqual([401, 401, 200])
    const { rows } = await sql<{ body: string }>`select body from audit_records order by seq desc limit 2`.execute(
      patchbay.store.database,
    )
    const how = 'back-channel logout of the identity provider'
    const record = { kind: 'sign-out', how, person: { id: 'auditor', name: 'Priya Raman', roles: ['auditor'] } }
    expect(rows.map(({ body }) => JSON.parse(body))).toMatchObject([record, record])
  })

  it('is a success when there is nobody to sign out', async () => {
    const token = await sign({ ...claims(), sub: 'someone-who-never-came' })
    expect(await (await sendToken(token)).json()).toEqual({ ended: 0 })
  })

  it('that names another session of the same person leaves this one alone', async () => {
    const browser = await signIn(patchbay)
    expect(await (await sendToken(await sign({ ...claims(), sid: 'another' }))).json()).toEqual({ ended: 0 })
    expect(await statusOf(browser)).toBe(200)
  })

  it('counts once, and its repetition ends no later session', async () => {
    const token = await sign(claims())
    expect((await sendToken(token)).status).toBe(200)
    expect(await expectRefused(token)).toContain('used before')
  })

  it.each<[string, (payload: JWTPayload) => JWTPayload, object?]>([
    ['of another issuer', (one) => ({ ...one, iss: 'https://evil.example' })],
    ['for another client', (one) => ({ ...one, aud: 'another' })],
    ['for nobody', ({ aud: _aud, ...one }) => one],
    ['without a time', ({ iat: _iat, ...one }) => one],
    ['without an end', ({ exp: _exp, ...one }) => one],
    ['that is over', (one) => ({ ...one, exp: nowSeconds() - 31 })],
    ['that was kept back', (one) => ({ ...one, iat: nowSeconds() - 631, exp: nowSeconds() + 60 })],
    ['from the future', (one) => ({ ...one, iat: nowSeconds() + 90, exp: nowSeconds() + 120 })],
    ['without an id', ({ jti: _jti, ...one }) => one],
    ['about nobody', ({ sub: _sub, ...one }) => one],
    ['about somebody who is no text', (one) => ({ ...one, sub: ['auditor'] as unknown as string })],
    ['without an event', ({ events: _events, ...one }) => one],
    ['about another event', (one) => ({ ...one, events: { 'http://schemas.openid.net/event/other': {} } })],
    ['about an event that is no object', (one) => ({ ...one, events: { [EVENT]: true } })],
    ['with events in a list', (one) => ({ ...one, events: [EVENT] })],
    ['with a nonce', (one) => ({ ...one, nonce: 'n' })],
    ['typed as an access token', (one) => one, { typ: 'at+jwt' }],
  ])('%s is refused', async (_what, change, header) => {
    await expectRefused(await sign(change(claims()), header))
  })

  it('may be half a minute off the clock', async () => {
    const early = await sign({ ...claims(), iat: nowSeconds() + 25, exp: nowSeconds() + 145 })
    const late = await sign({ ...claims(), iat: nowSeconds() - 150, exp: nowSeconds() - 25 })
    expect([(await sendToken(early)).status, (await sendToken(late)).status]).toEqual([200, 200])
  })

  it('is refused when another key signed it, none did, or the key is in the token', async () => {
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK
    await expectRefused(await sign(claims(), {}, jwk))
    const { d: _secret, ...publicKey } = jwk
    await expectRefused(await sign(claims(), { jwk: publicKey }, jwk))
    const unsigned = [{ alg: 'none', typ: 'logout+jwt' }, claims()].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    )
    await expectRefused(`${unsigned.join('.')}.`)
    const secret = new TextEncoder().encode(JSON.stringify(key))
    await expectRefused(await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(secret))
  })

  it('is no ID token: the one of a person’s own session ends nothing', async () => {
    const browser = await signIn(patchbay)
    const { goTo } = (await (await browser.request('/auth/sign-out', { method: 'POST' })).json()) as { goTo: string }
    await expectRefused(new URL(goTo).searchParams.get('id_token_hint') ?? '')
  })

  it.each([
    ['nothing', '', undefined],
    ['no token', 'logout_token=', undefined],
    ['another field', 'token=x', undefined],
    ['two tokens', 'logout_token=x&logout_token=y', undefined],
    ['JSON', '{"logout_token":"x"}', 'application/json'],
    ['no JWT', 'logout_token=x.y.z', undefined],
    ['too much', `logout_token=${'x'.repeat(17_000)}`, undefined],
  ])('that is %s is refused', async (_what, body, type) => {
    const response = await send(body, type)
    expectSecurityHeaders(response)
    expect((await expectError(response, 400, 'BAD_REQUEST')).data.fields?.[0]?.field).toBe('logout_token')
  })

  it('cannot be sent by GET', async () => {
    await expectError(await fetch(`${patchbay.url}/auth/back-channel-logout?logout_token=x`), 404, 'NOT_FOUND')
  })

  it('is refused while the provider’s keys cannot be read, and taken when it is sent again', async () => {
    await using restarted = await startPatchbay({ settings: { OIDC_ISSUER: idp.issuer } })
    const fault = { path: '/jwks', status: 502, body: 'Bad gateway', type: 'text/html' }
    const headers = { 'content-type': 'application/json' }
    await fetch(`${idp.issuer}/_demo-idp/fault`, { method: 'POST', headers, body: JSON.stringify(fault) })
    const form = new URLSearchParams({ logout_token: await sign({ ...claims(), iat: Math.floor(Date.now() / 1_000) }) })
    const again = () => fetch(`${restarted.url}/auth/back-channel-logout`, { method: 'POST', body: form })
    expect((await expectError(await again(), 400, 'BAD_REQUEST')).message).toContain('cannot be read')
    await fetch(`${idp.issuer}/_demo-idp/fault`, { method: 'DELETE' })
    expect((await again()).status).toBe(200)
  })
})
