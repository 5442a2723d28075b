import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPatchbay, type Patchbay } from '../testing/start-patchbay.ts'
import { createLog } from './log.ts'
import { routeTable } from './route-table.ts'

let patchbay: Patchbay
let alias: string
let userId: string
let cookies: Record<'administrator' | 'auditor', string>

beforeAll(async () => {
  patchbay = await startPatchbay({ settings: { PATCHBAY_REQUESTS_PER_SECOND: '100000' } })
  ;({ alias } = await patchbay.emulator.createInstance({ users: 3, hierarchyGroups: 5, securityProfiles: 5 }))
  cookies = { administrator: await cookieOf('administrator'), auditor: await cookieOf('auditor') }
  const { body } = await ask({ path: `/api/${alias}/users`, cookie: cookies.administrator })
  userId = (JSON.parse(body) as { items: { id: string }[] }).items[0]?.id ?? ''
})
afterAll(() => patchbay.close())

async function cookieOf(person: string): Promise<string> {
  const browser = patchbay.newBrowser()
  await browser.visit(`/auth/sign-in?login_hint=${person}&returnTo=/healthz`)
  return [...browser.cookies].map((pair) => pair.join('=')).join('; ')
}

interface Asked {
  readonly path: string
  readonly method?: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The path goes out as it stands here: `fetch` would make another one of most of these. */
async function ask({ path, method = 'GET', cookie, headers, body }: Asked) {
  const { port } = new URL(patchbay.url)
  const asked = request({ host: '127.0.0.1', port, path, method, agent: false })
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const sent = { 'x-csrf': '1', ...(cookie !== undefined && { cookie }), ...length, ...headers }
  for (const [name, value] of Object.entries(sent)) asked.setHeader(name, value)
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) }
}

const required = {
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/,
  'strict-transport-security': /max-age=31536000; includeSubDomains/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^no-referrer$/,
  'permissions-policy': /camera=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'x-request-id': /^[\da-f-]{36}$/,
}

function expectFloor(headers: Readonly<Record<string, unknown>>): void {
  for (const [name, form] of Object.entries(required)) {
    expect({ name, value: String(headers[name]) }).toEqual({ name, value: expect.stringMatching(form) })
  }
  expect(String(headers['content-security-policy'])).not.toMatch(/unsafe-/)
  expect(headers['server'] ?? headers['x-powered-by']).toBeUndefined()
}

describe('every answer has the headers of the floor', () => {
  it.each([
    ['a redirect to the provider', '/auth/sign-in', 302],
    ['a page of sign-in', '/auth/callback', 400],
    ['its style', '/auth/page.css', 200],
    ['what is not there below /auth', '/auth/none', 404],
    ['health', '/healthz', 200],
    ['readiness', '/readyz', 200],
    ['the API', '/api/session', 200],
    ['its document', '/api/openapi.json', 200],
    ['what is not there below /api', '/api/none', 404],
    ['an instance that cannot be decoded', '/api/%ff/users', 404],
  ])('%s', async (_what, path, status) => {
    const answer = await ask({ path, cookie: cookies.administrator })
    expect(answer.status).toBe(status)
    expectFloor(answer.headers)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'HEAD', 'PROPFIND'])(
    '%s of anything',
    async (method) => {
      for (const path of ['/', '/healthz', '/auth/sign-in', '/api/session'])
        expectFloor((await ask({ path, method })).headers)
    },
  )

  it.each(routeTable.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_title, route) => {
    const path = `/api${route.path.replace('{instance}', alias).replace(/\{\w+\}/, userId)}`
    for (const cookie of [cookies.administrator, cookies.auditor, 'none=1']) {
      expectFloor((await ask({ path, method: route.method === 'GET' ? 'GET' : 'PATCH', cookie })).headers)
    }
  })
})

async function speak(words: string): Promise<{ heads: string[]; all: string }> {
  const socket = connect(Number(new URL(patchbay.url).port), '127.0.0.1')
  socket.write(words)
  const all = await text(socket)
  return { heads: all.match(/HTTP\/1\.1 \d{3}/g) ?? [], all }
}

describe('what two servers could read as different requests', () => {
  const inner = 'GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'
  const begin = (...headers: string[]) => `POST /auth/sign-out HTTP/1.1\r\nhost: x\r\n${headers.join('\r\n')}\r\n\r\n`

  it.each([
    ['a length and chunks', `${begin('content-length: 5', 'transfer-encoding: chunked')}0\r\n\r\n${inner}`],
    [
      'chunks and a length',
      `${begin('transfer-encoding: chunked', `content-length: ${inner.length}`)}0\r\n\r\n${inner}`,
    ],
    ['two lengths', `${begin('content-length: 0', `content-length: ${inner.length}`)}${inner}`],
    ['two lengths in one', `${begin(`content-length: 0, ${inner.length}`)}${inner}`],
    ['a length with a sign', `${begin('content-length: +0')}${inner}`],
    ['a length that is none', `${begin('content-length: 0x0')}${inner}`],
    ['another encoding last', `${begin('transfer-encoding: chunked, identity')}0\r\n\r\n${inner}`],
    ['an encoding that nobody knows', `${begin('transfer-encoding: xchunked')}0\r\n\r\n${inner}`],
    ['a space before the colon', `${begin('transfer-encoding : chunked')}0\r\n\r\n${inner}`],
    ['a folded header', `${begin('x-a: b', ' transfer-encoding: chunked')}0\r\n\r\n${inner}`],
    ['a bare line feed', `POST /auth/sign-out HTTP/1.1\nhost: x\ncontent-length: 0\n\n${inner}`],
    ['a bare carriage return', `${begin('x-a: b\rtransfer-encoding: chunked')}0\r\n\r\n${inner}`],
    ['a null byte in a header', `${begin('x-a: b\0c')}${inner}`],
    ['a chunk with a wrong length', `${begin('transfer-encoding: chunked')}0x5\r\nhello\r\n0\r\n\r\n${inner}`],
  ])('is refused and ends the connection: %s', async (_what, words) => {
    const { heads, all } = await speak(words)
    expect(heads).toContain('HTTP/1.1 400')
    expect(all).not.toContain('alive')
    const answer = all.slice(all.indexOf('HTTP/1.1 400'))
    const lines = answer.split('\r\n\r\n')[0]?.split('\r\n').slice(1) ?? []
    expectFloor(
      Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
      ),
    )
    expect(answer).toContain('connection: close')
  })
})

describe('an address by another spelling', () => {
  const twists: Readonly<Record<string, (path: string) => string>> = {
    'a dot': (path) => path.replace('/api/', '/api/./'),
    'a coded dot': (path) => path.replace('/api/', '/api/%2e/'),
    'a way up and down': (path) => path.replace('/api/', '/x/../api/'),
    'a coded way up and down': (path) => path.replace('/api/', '/x/%2e%2e/api/'),
    'a coded slash': (path) => path.replace('/api/', '/api%2f'),
    'a slash coded twice': (path) => path.replace('/api/', '/api%252f'),
    'two slashes': (path) => path.replace('/api/', '/api//'),
    'two slashes at the beginning': (path) => `/${path}`,
    'a parameter': (path) => path.replace('/api/', '/api;a=b/'),
    'a parameter at the end': (path) => `${path};a=b`,
    'a backslash': (path) => path.replace('/api/', '/api\\'),
    'a coded backslash': (path) => path.replace('/api/', '/api%5c'),
    'large letters': (path) => path.replace('/api/', '/API/'),
    'a coded letter': (path) => path.replace('/api/', '/%61pi/'),
    'a null byte at the end': (path) => `${path}%00`,
    'a line break at the end': (path) => `${path}%0d%0a`,
    'a dot at the end': (path) => `${path}.`,
    'a file ending': (path) => `${path}.json`,
    'a prefix of ours': (path) => path.replace('/api/', '/auth/../api/'),
    'a whole address': (path) => `http://127.0.0.1${path}`,
  }

  it.each(Object.entries(twists))(
    'opens nothing to who may not, and asks nothing of Amazon Connect: %s',
    async (_name, twist) => {
      const before = patchbay.emulator.listCalls().length
      for (const { path, method } of routeTable) {
        const address = twist(`/api${path.replace('{instance}', alias).replace(/\{\w+\}/, userId)}`)
        const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }
        const answer = await ask({ path: address, method, ...body })
        // The web app's own page, or a refusal.
        const isPage = answer.headers['content-type']?.startsWith('text/html') === true && method === 'GET'
        expect({ address, isRefused: isPage || answer.status >= 400 }).toEqual({ address, isRefused: true })
        expect(answer.body).not.toContain('"items"')
      }
      expect(patchbay.emulator.listCalls().length).toBe(before)
    },
  )
})

describe('a method by another name', () => {
  const overrides: readonly [string, (path: string) => Pick<Asked, 'path' | 'headers'>][] = [
    ...['x-http-method-override', 'x-http-method', 'x-method-override'].map(
      (name) =>
        [name, (path: string) => ({ path, headers: { [name]: 'DELETE' } })] as [string, (path: string) => Asked],
    ),
    ['_method', (path: string) => ({ path: `${path}?_method=DELETE` })],
  ]

  it.each(overrides)('deletes nobody: %s', async (_name, override) => {
    const { path, headers } = override(`/api/${alias}/users/${userId}`)
    for (const method of ['GET', 'POST', 'HEAD']) {
      const answer = await ask({ path, method, cookie: cookies.administrator, ...(headers && { headers }) })
      expect([200, 400, 404]).toContain(answer.status)
    }
    const calls = patchbay.emulator.listCalls().map(({ operation }) => operation)
    expect(calls).not.toContain('DeleteUser')
  })
})

describe('forwarded headers of someone who is no listed proxy', () => {
  it('do not turn the way back from the provider elsewhere, nor the origin that is asked for', async () => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example;proto=https',
      'x-original-url': '/api/session',
      'x-rewrite-url': '/api/session',
    }
    const answer = await ask({ path: '/auth/sign-in', headers })
    expect(new URL(answer.headers.location ?? '').searchParams.get('redirect_uri')).toBe(
      `${patchbay.url}/auth/callback`,
    )
    const foreign = { ...headers, origin: 'https://evil.example' }
    expect((await ask({ path: '/api/session', cookie: cookies.auditor, headers: foreign })).status).toBe(403)
    expect((await ask({ path: '/healthz', headers })).body).toBe('{"status":"alive"}')
  })
})

it('writes no secret of a sign-in, a request or a sign-out into its log, and one line for each', async () => {
  const written: string[] = []
  await using logged = await startPatchbay({
    log: createLog('trace', { write: (line: string) => void written.push(line) }),
  })
  const browser = logged.newBrowser()
  const secrets: string[] = []
  let url = new URL('/auth/sign-in?login_hint=auditor&returnTo=/healthz', logged.url)
  for (let hop = 0; hop < 10; hop += 1) {
    const response = await browser.request(url.href)
    const location = response.headers.get('location')
    if (location === null) break
    url = new URL(location, url)
    secrets.push(...['code', 'state', 'nonce', 'code_challenge'].flatMap((name) => url.searchParams.get(name) ?? []))
  }
  await browser.request('/api/session?name=Priya%0d%0a{"level":60}')
  await browser.request('/api/session', { headers: { 'x-csrf': 'a-forged-value', 'user-agent': 'evil\u0085agent' } })
  secrets.push(...browser.cookies.values(), 'a-forged-value')
  const signedOut = (await (await browser.request('/auth/sign-out', { method: 'POST' })).json()) as { goTo: string }
  secrets.push(new URL(signedOut.goTo).searchParams.get('id_token_hint') ?? '')
  const log = written.join('')
  expect(secrets.filter((secret) => secret.length > 8).length).toBeGreaterThan(6)
  for (const secret of secrets.filter((one) => one.length > 8)) expect(log).not.toContain(secret)
  for (const line of written) {
    expect(line).toMatch(/^[\u0020-\u007e]+\n$/)
    JSON.parse(line)
  }
})
