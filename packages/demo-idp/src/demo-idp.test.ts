import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDemoIdp, type DemoIdp, type DemoIdpOptions } from './demo-idp.ts'
import { demoPeople } from './people.ts'

const running: DemoIdp[] = []
afterEach(async () => {
  for (const idp of running.splice(0)) await idp.close()
})

async function start(options: Partial<DemoIdpOptions> = {}): Promise<DemoIdp> {
  const idp = await createDemoIdp({ port: 0, ...options })
  running.push(idp)
  return idp
}

const callback = 'http://127.0.0.1:5999/auth/callback'
const verifier = 'a-code-verifier-that-is-long-enough-for-the-standard'

function authorizationUrl({ issuer }: DemoIdp, more: Record<string, string | undefined> = {}): string {
  const parameters = {
    client_id: 'patchbay',
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: callback,
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  }
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `${issuer}/auth?${new URLSearchParams(given).toString()}`
}

/** Keeps cookies and follows redirects until a page, or until the provider sends it back. */
class Visitor {
  readonly #cookies = new Map<string, string>()

  async visit(address: string, init: RequestInit = {}): Promise<{ url: URL; response: Response }> {
    let url = new URL(address)
    let options = init
    for (;;) {
      const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ')
      const response = await fetch(url, { ...options, redirect: 'manual', headers: { cookie } })
      options = {}
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
      }
      const location = response.headers.get('location')
      if (location === null) return { url, response }
      url = new URL(location, url)
      if (url.origin !== new URL(address).origin) return { url, response }
    }
  }
}

async function redeem({ issuer }: DemoIdp, url: URL, more: Record<string, string> = {}) {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'patchbay',
      code: url.searchParams.get('code') ?? '',
      redirect_uri: callback,
      code_verifier: verifier,
      ...more,
    }),
  })
  return { status: response.status, tokens: (await response.json()) as Record<string, string> }
}

function claimsOf(idToken: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString())
}

describe('with a login hint', () => {
  it.each(demoPeople)(
    'signs $id in without a page, with name and roles in the ID token',
    async ({ id, name, roles }) => {
      const idp = await start()
      const { url } = await new Visitor().visit(authorizationUrl(idp, { login_hint: id }))
      expect(`${url.origin}${url.pathname}`).toBe(callback)
      expect(url.searchParams.get('state')).toBe('the-state')
      const { tokens } = await redeem(idp, url)
      expect(claimsOf(tokens['id_token'])).toMatchObject({ sub: id, name, roles, nonce: 'the-nonce', aud: 'patchbay' })
    },
  )

  it('changes persons in one browser', async () => {
    const idp = await start()
    const visitor = new Visitor()
    for (const person of ['auditor', 'helpdesk', 'helpdesk', 'auditor']) {
      const { url } = await visitor.visit(authorizationUrl(idp, { login_hint: person }))
      expect(claimsOf((await redeem(idp, url)).tokens['id_token'])['sub']).toBe(person)
    }
  })

  it('shows the page for someone it does not know, escaped', async () => {
    const { response } = await new Visitor().visit(authorizationUrl(await start(), { login_hint: '<img src=x>' }))
    const page = await response.text()
    expect(page).toContain('There is no demo person “&lt;img src=x&gt;”')
    expect(page).not.toContain('<img')
  })
})

describe('without a hint', () => {
  it('shows the four people as buttons, on a page without script that may be framed nowhere', async () => {
    const { response } = await new Visitor().visit(authorizationUrl(await start()))
    const page = await response.text()
    expect([...page.matchAll(/<button name="person" value="(\w+)"/g)].map(([, id]) => id)).toEqual(
      demoPeople.map(({ id }) => id),
    )
    for (const { name, mayDo } of demoPeople) {
      expect(page).toContain(`<strong>${name}`)
      expect(page).toContain(`<span>${mayDo}</span>`)
    }
    expect(page).toContain('<html lang="en">')
    expect(page).not.toContain('<script')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-')
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? ''
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    // Chromium holds form-action against the redirect back, too.
    expect(policy).toContain("form-action 'self' http://127.0.0.1:5999")
  })

  it('signs in whoever is chosen, and asks again the next time', async () => {
    const idp = await start()
    const visitor = new Visitor()
    const { url: page } = await visitor.visit(authorizationUrl(idp))
    const { url } = await visitor.visit(page.href, {
      method: 'POST',
      body: new URLSearchParams({ person: 'helpdesk' }),
    })
    expect(claimsOf((await redeem(idp, url)).tokens['id_token'])['sub']).toBe('helpdesk')
    const { response } = await visitor.visit(authorizationUrl(idp))
    expect(await response.text()).toContain('Choose who you want to be')
  })

  it('says that a sign-in is over when it is', async () => {
    const idp = await start()
    const { response } = await new Visitor().visit(`${idp.issuer}/interaction/made-up`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('This sign-in is over')
  })
})

describe('the provider', () => {
  it('demands PKCE with S256', async () => {
    const idp = await start()
    const without = { login_hint: 'auditor', code_challenge: undefined, code_challenge_method: undefined }
    const { url } = await new Visitor().visit(authorizationUrl(idp, without))
    expect(url.searchParams.get('error')).toBe('invalid_request')
    const plain = { login_hint: 'auditor', code_challenge: verifier, code_challenge_method: 'plain' }
    expect((await new Visitor().visit(authorizationUrl(idp, plain))).url.searchParams.get('error')).toBe(
      'invalid_request',
    )
  })

  it('gives no token for a wrong verifier, nor twice for one code', async () => {
    const idp = await start()
    const first = await new Visitor().visit(authorizationUrl(idp, { login_hint: 'auditor' }))
    expect((await redeem(idp, first.url, { code_verifier: 'x'.repeat(50) })).status).toBe(400)
    const second = await new Visitor().visit(authorizationUrl(idp, { login_hint: 'auditor' }))
    expect((await redeem(idp, second.url)).status).toBe(200)
    expect((await redeem(idp, second.url)).status).toBe(400)
  })

  it.each([
    'http://127.0.0.1:1/auth/callback',
    'http://localhost:65000/auth/callback',
    'http://[::1]:80/auth/callback',
  ])('sends people back to any port of loopback: %s', async (redirectUri) => {
    const { url } = await new Visitor().visit(
      authorizationUrl(await start(), { login_hint: 'auditor', redirect_uri: redirectUri }),
    )
    expect(url.href.startsWith(new URL(redirectUri).href)).toBe(true)
  })

  it.each([
    'https://evil.example/auth/callback',
    'http://127.0.0.1:5999/elsewhere',
    'http://127.0.0.1.evil.example/auth/callback',
  ])('sends nobody to %s', async (redirectUri) => {
    const { response } = await new Visitor().visit(authorizationUrl(await start(), { redirect_uri: redirectUri }))
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
  })

  it('gives the claims at UserInfo where it is told to keep them out of the ID token', async () => {
    const idp = await start({ claimsIn: 'userinfo' })
    const { url } = await new Visitor().visit(authorizationUrl(idp, { login_hint: 'helpdesk' }))
    const { tokens } = await redeem(idp, url)
    expect(claimsOf(tokens['id_token'])).not.toHaveProperty('roles')
    const headers = { authorization: `Bearer ${tokens['access_token']}` }
    expect(await (await fetch(`${idp.issuer}/me`, { headers })).json()).toEqual({
      sub: 'helpdesk',
      name: 'Rafael Moreno',
      preferred_username: 'helpdesk',
      roles: ['helpdesk'],
    })
  })

  it('signs out without a question who comes with their ID token, and asks who comes without', async () => {
    const idp = await start()
    const visitor = new Visitor()
    const { url } = await visitor.visit(authorizationUrl(idp, { login_hint: 'auditor' }))
    const { tokens } = await redeem(idp, url)
    const asked = await visitor.visit(`${idp.issuer}/session/end`)
    expect(await asked.response.text()).toContain('Sign out?')
    const query = new URLSearchParams({
      id_token_hint: tokens['id_token'] ?? '',
      post_logout_redirect_uri: 'http://127.0.0.1:5999/',
      state: 's',
    })
    const done = await visitor.visit(`${idp.issuer}/session/end?${query.toString()}`)
    expect(done.url.href).toBe('http://127.0.0.1:5999/?state=s')
  })

  it('keeps its key in the folder it is given, readable for its owner alone, and has another one elsewhere', async () => {
    const dataDir = join(await mkdtemp(join(tmpdir(), 'demo-idp-')), 'idp')
    const keyIdOf = async ({ issuer }: DemoIdp) => {
      const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: { kid: string; d?: string }[] }
      expect(keys[0]?.d).toBeUndefined()
      return keys[0]?.kid
    }
    const first = await keyIdOf(await start({ dataDir }))
    expect(await keyIdOf(await start({ dataDir }))).toBe(first)
    expect(await keyIdOf(await start())).not.toBe(first)
    const file = join(dataDir, 'signing-key.json')
    expect((await stat(file)).mode & 0o077).toBe(0)
    expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty('d')
    await rm(join(dataDir, '..'), { recursive: true })
  })

  it('gives refresh tokens that are good once, unless it is told not to', async () => {
    const idp = await start()
    const { url } = await new Visitor().visit(authorizationUrl(idp, { login_hint: 'auditor' }))
    const { tokens } = await redeem(idp, url)
    const again = { grant_type: 'refresh_token', refresh_token: tokens['refresh_token'] ?? '' }
    const renewed = await redeem(idp, url, again)
    expect(claimsOf(renewed.tokens['id_token'])).toMatchObject({ sub: 'auditor', roles: ['auditor'] })
    expect((await redeem(idp, url, again)).status).toBe(400)
    const without = await start({ refreshTokens: false })
    const other = await new Visitor().visit(authorizationUrl(without, { login_hint: 'auditor' }))
    expect((await redeem(without, other.url)).tokens).not.toHaveProperty('refresh_token')
  })

  it('tells whoever signed in through it, on any port, that someone signed out', async () => {
    const told: string[] = []
    const client = createServer((request, response) => {
      void (async () => {
        told.push(request.url ?? '', new URLSearchParams(await text(request)).get('logout_token') ?? '')
        response.end()
      })()
    }).listen(0, '127.0.0.1')
    await once(client, 'listening')
    const idp = await start()
    const visitor = new Visitor()
    const redirectUri = `http://127.0.0.1:${(client.address() as AddressInfo).port}/auth/callback`
    const { url } = await visitor.visit(authorizationUrl(idp, { login_hint: 'auditor', redirect_uri: redirectUri }))
    const { tokens } = await redeem(idp, url, { redirect_uri: redirectUri })
    const idToken = tokens['id_token'] ?? ''
    await visitor.visit(`${idp.issuer}/session/end?id_token_hint=${idToken}`)
    expect(told[0]).toBe('/auth/back-channel-logout')
    expect(claimsOf(told[1])).toMatchObject({ sub: 'auditor', aud: 'patchbay', sid: claimsOf(idToken)['sid'] })
    expect(claimsOf(told[1])['sid']).toMatch(/./)
    client.close()
  })

  it('signs with a new key when it is told to, and forgets nobody', async () => {
    const idp = await start()
    const visitor = new Visitor()
    const keyIdOf = (token = '') => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid
    const signIn = async () => {
      const { url } = await visitor.visit(authorizationUrl(idp, { login_hint: 'auditor' }))
      return (await redeem(idp, url)).tokens
    }
    const before = await signIn()
    await idp.rotateSigningKey()
    const after = await signIn()
    expect(keyIdOf(after['id_token'])).not.toBe(keyIdOf(before['id_token']))
    const { keys } = (await (await fetch(`${idp.issuer}/jwks`)).json()) as { keys: { kid: string }[] }
    expect(keys.map(({ kid }) => kid)).toEqual([keyIdOf(after['id_token'])])
    const headers = { authorization: `Bearer ${before['access_token']}` }
    expect((await fetch(`${idp.issuer}/me`, { headers })).status).toBe(200)
  })

  it('fails where it is told to until it is mended, and no web page can tell it', async () => {
    const idp = await start()
    const address = `${idp.issuer}/_demo-idp/fault`
    const body = JSON.stringify({ path: '/jwks', status: 500, body: 'broken', type: 'text/plain' })
    expect((await fetch(address, { method: 'POST', body })).status).toBe(405)
    expect((await fetch(`${idp.issuer}/jwks`)).status).toBe(200)
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(204)
    const broken = await fetch(`${idp.issuer}/jwks?x`)
    expect([broken.status, await broken.text()]).toEqual([500, 'broken'])
    expect((await fetch(`${idp.issuer}/.well-known/openid-configuration`)).status).toBe(200)
    await fetch(address, { method: 'POST', headers, body: '{"path":"/jwks"}' })
    await expect(fetch(`${idp.issuer}/jwks`)).rejects.toThrow('fetch failed')
    expect((await fetch(address, { method: 'POST', headers, body: '{' })).status).toBe(400)
    expect((await fetch(address, { method: 'DELETE' })).status).toBe(204)
    expect((await fetch(`${idp.issuer}/jwks`)).status).toBe(200)
  })

  it('writes nothing to the console', async () => {
    const spies = (['log', 'info', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level))
    const idp = await start()
    const { url } = await new Visitor().visit(authorizationUrl(idp, { login_hint: 'auditor' }))
    await redeem(idp, url)
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })
})
