import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectError, expectSecurityHeaders } from '../testing/expect-error.ts'
import { startPatchbay, type Patchbay } from '../testing/start-patchbay.ts'
import type { BrowserRequest } from '../testing/browser.ts'

let patchbay: Patchbay
let send: (path: string, request?: BrowserRequest) => Promise<Response>
let users: string

beforeAll(async () => {
  patchbay = await startPatchbay()
  const { alias } = await patchbay.emulator.createInstance({ users: 2, hierarchyGroups: 0, securityProfiles: 4 })
  users = `/api/${alias}/users`
  send = await patchbay.signIn('administrator')
})
afterAll(() => patchbay.close())

const json = { 'content-type': 'application/json' }

/** What is said about the body, after holding the rest of the answer against the error shape. */
async function bodyFaultOf(response: Response): Promise<string | undefined> {
  expectSecurityHeaders(response)
  const { data, message } = await expectError(response, 400, 'BAD_REQUEST')
  expect(data.fields).toEqual([{ field: 'body', message }])
  return message
}

describe('a body', () => {
  it.each([
    ['broken JSON', '{"username": "x', /not valid JSON/],
    ['a trailing comma', '{"username": "x",}', /not valid JSON/],
    ['an array', '[]', /has to be a JSON object/],
    ['null', 'null', /has to be a JSON object/],
    ['a text', '"username"', /has to be a JSON object/],
    ['a number', '7', /has to be a JSON object/],
  ])('of %s is refused by name and reason', async (_what, body, fault) => {
    expect(await bodyFaultOf(await send(users, { method: 'POST', body, headers: json }))).toMatch(fault)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    undefined,
  ])('sent as %s is refused', async (type) => {
    const response = await send(users, { method: 'POST', body: '{"username":"x"}', headers: { 'content-type': type } })
    expect(await bodyFaultOf(response)).toMatch(/application\/json/)
  })

  it('may have a charset in its type', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    const { data } = await expectError(await send(users, { method: 'POST', body: '{}', headers }), 400, 'BAD_REQUEST')
    expect(data.fields?.map(({ field }) => field)).toContain('username')
  })

  it('in a character set that is not Unicode is refused', async () => {
    const headers = { 'content-type': 'application/json; charset=ebcdic' }
    expect(await bodyFaultOf(await send(users, { method: 'POST', body: '{}', headers }))).toMatch(/UTF-8/)
  })

  it('in an unknown compression is refused', async () => {
    const headers = { ...json, 'content-encoding': 'pigeon' }
    expect(await bodyFaultOf(await send(users, { method: 'POST', body: '{}', headers }))).toMatch(/gzip/)
  })

  it('of 256 KiB is read, one byte more is not', async () => {
    const filled = (bytes: number) => `{"bogus":"${'x'.repeat(bytes - '{"bogus":""}'.length)}"}`
    const within = await send(users, { method: 'POST', body: filled(262_144), headers: json })
    expect((await expectError(within, 400, 'BAD_REQUEST')).data.fields).toContainEqual({
      field: 'bogus',
      message: 'There is no field “bogus” here.',
    })
    const over = await send(users, { method: 'POST', body: filled(262_145), headers: json })
    expect(await bodyFaultOf(over)).toMatch(/larger than the limit of 256 KiB/)
  })

  it('is measured unpacked', async () => {
    const response = await fetch(`${patchbay.url}${users}`, {
      method: 'POST',
      headers: { ...json, 'content-encoding': 'gzip', 'x-csrf': '1', cookie: await cookieOf('administrator') },
      body: gzipSync(`{"bogus":"${'x'.repeat(1_000_000)}"}`),
    })
    expect(await bodyFaultOf(response)).toMatch(/larger than the limit of 256 KiB/)
  })

  it('does not belong to a GET, nor a query to a write', async () => {
    const asked = request(`${patchbay.url}${users}`, {
      method: 'GET',
      headers: { ...json, 'content-length': '2', 'x-csrf': '1', cookie: await cookieOf('administrator') },
    }).end('{}')
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    expect([answer.statusCode, await text(answer)]).toEqual([
      400,
      expect.stringContaining('A GET request takes no body.'),
    ])
    const withQuery = await send(`${users}?username=x`, { method: 'POST', body: {} })
    const { data } = await expectError(withQuery, 400, 'BAD_REQUEST')
    expect(data.fields).toEqual([{ field: 'username', message: expect.stringContaining('into the JSON body') }])
  })

  it.each([
    ['a byte that is none', Buffer.from('{"username":"\xff"}', 'latin1'), 'application/json'],
    ['half of a character', Buffer.from('{"username":"\xc3"}', 'latin1'), 'application/json'],
    ['UTF-16', Buffer.from('{"username":"x"}', 'utf16le'), 'application/json; charset=utf-16'],
  ])('that is not UTF-8 is refused, and not read with other characters in it: %s', async (_what, body, type) => {
    const response = await fetch(`${patchbay.url}${users}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-csrf': '1', cookie: await cookieOf('administrator') },
      body,
    })
    expect(await bodyFaultOf(response)).toBe('Send the body as UTF-8.')
  })

  it('with thousands of faults is answered with the first fifty', async () => {
    const body = Object.fromEntries(Array.from({ length: 20_000 }, (_unused, at) => [`k${at}`, 1]))
    const answer = await expectError(await send(users, { method: 'POST', body }), 400, 'BAD_REQUEST')
    expect(answer.data.fields).toHaveLength(50)
    expect(answer.message).toMatch(/ And \d{5} more\.$/)
    expect(JSON.stringify(answer).length).toBeLessThan(20_000)
  })

  it('says of a tag what is wrong with its key', async () => {
    const body = { name: 'Tagged', description: '', permissions: [], tags: { 'a#b': 'x', fine: 'x', 'aws:x': 'x' } }
    const path = users.replace('/users', '/security-profiles')
    const { data } = await expectError(await send(path, { method: 'POST', body }), 400, 'BAD_REQUEST')
    const message = expect.stringMatching(/^A tag key can have letters/)
    expect(data.fields).toEqual([
      { field: 'tags.a#b', message },
      { field: 'tags.aws:x', message },
    ])
  })

  it.each([{}, { version: 7 }, { version: null }])('%j is refused in words for people', async (body) => {
    const response = await send(`${users}/x/security-profiles`, { method: 'PUT', body })
    const { data } = await expectError(response, 400, 'BAD_REQUEST')
    expect(data.fields).toEqual([
      { field: 'version', message: 'Send the version that you read.' },
      { field: 'securityProfileIds', message: 'This is missing.' },
    ])
  })

  it('says of every field what is wrong with it', async () => {
    const body = { username: 7, identity: { firstName: null, nickname: 'x' }, securityProfileIds: 'all' }
    const { data } = await expectError(await send(users, { method: 'POST', body }), 400, 'BAD_REQUEST')
    expect(data.fields?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['username', 'identity.firstName', 'identity.nickname', 'securityProfileIds']),
    )
  })
})

async function cookieOf(person: string): Promise<string> {
  const browser = patchbay.newBrowser()
  await browser.visit(`/auth/sign-in?login_hint=${person}&returnTo=/healthz`)
  return [...browser.cookies].map((pair) => pair.join('=')).join('; ')
}

describe('keys that every object has', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'are unknown keys as any other: %s',
    async (key) => {
      const body = `{"${key}": {"polluted": true}}`
      const written = await send(users, { method: 'POST', body, headers: json })
      expect((await expectError(written, 400, 'BAD_REQUEST')).data.fields?.map(({ field }) => field)).toContain(key)
      const asked = await send(`${users}?${key}[polluted]=true`)
      await expectError(asked, 400, 'BAD_REQUEST')
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    },
  )

  it.each(['__proto__', 'constructor', '..%2f..%2f', '%E0%A4%A', '%00', 'a%2Fb', '💥'])(
    'are no instance: %s',
    async (instance) => {
      const response = await send(`/api/${instance}/users`)
      expect([400, 404]).toContain(response.status)
      await expectError(response, response.status, response.status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST')
    },
  )
})

describe('an address', () => {
  it.each(['/api', '/api/', '/api/nothing', '/api//users', '/api/session/more', '/auth', '/auth/nothing'])(
    'that is none of ours is not found: %s',
    async (path) => {
      const response = await send(path)
      expectSecurityHeaders(response)
      expect((await expectError(response, 404, 'NOT_FOUND')).message).toContain('There is no GET')
    },
  )

  it.each(['/API/session', '/Api/session', '/api/Session', '/API/openapi.json'])(
    'in other letters is another address, and answered: %s',
    async (path) => {
      const response = await fetch(`${patchbay.url}${path}`, {
        headers: { 'x-csrf': '1', cookie: await cookieOf('administrator') },
        signal: AbortSignal.timeout(5_000),
      })
      // No route of the API: a page of the web app or, where that is not built, the word that it is not; never silence.
      expect(await response.text()).not.toMatch(/"rights"|"openapi"/)
      expectSecurityHeaders(response)
    },
  )

  it.each(['page=0x10', 'page=', 'page[]=3', 'page=%201', 'page=1e400', 'page=1&page=2', 'pageSize=0', 'pageSize=501'])(
    'takes whole numbers only: %s',
    async (query) => {
      const { data } = await expectError(await send(`${users}?${query}`), 400, 'BAD_REQUEST')
      expect(data.fields?.[0]?.message).toMatch(/ has to be a whole number from 1 to \d+\.$/)
    },
  )

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is not there under %s', async (method) => {
    const response = await send('/api/session', { method })
    expect((await expectError(response, 404, 'NOT_FOUND')).message).toContain(`There is no ${method}`)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('of a page or file is not there under %s', async (method) => {
    for (const path of ['/', '/healthz', '/meridian/users']) {
      const response = await send(path, { method })
      expect((await expectError(response, 404, 'NOT_FOUND')).message).toContain('nothing at this address')
    }
  })

  it('answers no preflight of another origin', async () => {
    const response = await fetch(`${patchbay.url}/api/session`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-headers': 'x-csrf' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    await expectError(response, 403, 'FORBIDDEN')
  })
})

describe('what a proxy or an old client leaves out or puts in', () => {
  async function headOf(words: string): Promise<string> {
    const socket = connect(Number(new URL(patchbay.url).port), '127.0.0.1')
    socket.write(words)
    return (await text(socket)).split('\r\n\r\n')[0] ?? ''
  }

  it.each(['GET /healthz HTTP/1.1\r\n', 'GET /healthz HTTP/1.1\r\nhost: x\r\nexpect: the-unexpected\r\n'])(
    'is answered with all headers: %j',
    async (begin) => {
      const head = await headOf(`${begin}connection: close\r\n\r\n`)
      expect(head).toMatch(/^HTTP\/1\.1 200 /)
      expect(head).toContain("default-src 'none'")
    },
  )
})

describe('what is no request', () => {
  async function speak(words: string, to = patchbay): Promise<{ status: string; body: Record<string, unknown> }> {
    const socket = connect(Number(new URL(to.url).port), '127.0.0.1')
    socket.write(words)
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
    expect(head).toContain('connection: close')
    for (const header of [
      "default-src 'none'",
      'strict-transport-security: max-age=31536000',
      'x-frame-options: DENY',
    ]) {
      expect(head).toContain(header)
    }
    return { status: head.split('\r\n')[0] ?? '', body: JSON.parse(body) }
  }

  it('is refused in the same shape: headers over the limit', async () => {
    const answer = await speak(`GET /api/session HTTP/1.1\r\nhost: x\r\nx-big: ${'x'.repeat(17_000)}\r\n\r\n`)
    expect(answer.status).toBe('HTTP/1.1 400 Bad Request')
    expect(answer.body).toMatchObject({
      code: 'BAD_REQUEST',
      data: {
        requestId: expect.any(String),
        fields: [{ field: 'headers', message: expect.stringContaining('16 KiB') }],
      },
    })
  })

  it.each([
    ['headers', () => Promise.resolve('GET /healthz HTTP/1.1\r\nhost: x\r\n')],
    [
      'a body',
      async (to: Patchbay) => {
        const browser = to.newBrowser()
        await browser.visit('/auth/sign-in?login_hint=administrator&returnTo=/healthz')
        const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
        return `POST /api/x/users HTTP/1.1\r\nhost: x\r\nx-csrf: 1\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{`
      },
    ],
  ])('is refused in the same shape: %s that come to no end', async (_what, wordsFor) => {
    await using impatient = await startPatchbay({ requestTimeoutMs: 500 })
    expect((await speak(await wordsFor(impatient), impatient)).body).toMatchObject({
      data: { fields: [{ message: 'The request took too long to arrive.' }] },
    })
  })

  it('is refused in the same shape: something that is not HTTP', async () => {
    expect((await speak('EHLO mail.example\r\n\r\n')).body).toMatchObject({
      code: 'BAD_REQUEST',
      data: { fields: [{ field: 'request', message: 'This is not a valid HTTP request.' }] },
    })
  })
})
