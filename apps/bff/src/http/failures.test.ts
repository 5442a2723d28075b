import { errors } from '@patchbay/contract'
import { describe, expect, it } from 'vitest'
import type { ConnectDoor } from '../connect/connect-door.ts'
import { expectError, expectSecurityHeaders } from '../testing/expect-error.ts'
import { startPatchbay } from '../testing/start-patchbay.ts'
import { Fault } from './fault.ts'
import { createLog } from './log.ts'
import { routeTable } from './route-table.ts'

type LogLine = Record<string, unknown> & { msg: string }

function recordLog() {
  const lines: LogLine[] = []
  return { lines, log: createLog('trace', { write: (line: string) => lines.push(JSON.parse(line)) }) }
}

/** A door behind which something breaks that nobody thought of. */
function brokenDoor(fail: () => never): ConnectDoor {
  return {
    listInstances: async () => fail(),
    requireInstance: async () => fail(),
    isReachable: async () => false,
    connection: () => ({ state: 'answers', since: new Date(), retryAfterSeconds: undefined }),
    requireAnswering() {},
    close: () => Promise.resolve(),
  }
}

describe('a failure that nobody declared', () => {
  const secret = 'User: arn:aws:sts::123456789012:assumed-role/patchbay is not authorized'

  it('is a 500 with a number to ask about, and not a word of the cause', async () => {
    const { lines, log } = recordLog()
    const connect = brokenDoor(() => {
      throw new Error(secret, { cause: new TypeError('deep down') })
    })
    await using patchbay = await startPatchbay({ log, connect })
    const send = await patchbay.signIn('auditor')
    const response = await send('/api/session')
    expectSecurityHeaders(response)
    const { message, data } = await expectError(response, 500, 'INTERNAL_SERVER_ERROR')
    expect(message).toContain(data.requestId)
    expect(JSON.stringify(data)).not.toContain('arn:')
    const failure = lines.find(({ msg }) => msg === 'request failed')
    expect(failure).toMatchObject({
      requestId: data.requestId,
      err: { message: secret, cause: { message: 'deep down' } },
    })
  })

  it('stays one when the answer does not fit the contract: nothing undeclared leaves', async () => {
    const { lines, log } = recordLog()
    const connect = {
      ...brokenDoor(() => {
        throw new Error('not called')
      }),
      listInstances: async () => [{ alias: 'meridian', secretKey: 'AKIA' }] as never,
    }
    await using patchbay = await startPatchbay({ log, connect })
    const response = await (await patchbay.signIn('auditor'))('/api/session')
    await expectError(response, 500, 'INTERNAL_SERVER_ERROR')
    expect(JSON.stringify(lines.find(({ msg }) => msg === 'request failed'))).toContain(
      'The answer of session.read does not fit the contract.',
    )
  })
})

describe('a failure that is foreseen', () => {
  it('is told in one line without a stack, and not as an error', async () => {
    const { lines, log } = recordLog()
    const connect = brokenDoor(() => {
      throw new Fault('connect.unavailable', {}, { cause: new Error('ListInstances: InternalServiceException') })
    })
    await using patchbay = await startPatchbay({ log, connect })
    await expectError(await (await patchbay.signIn('auditor'))('/api/session'), 502, 'connect.unavailable')
    const failure = lines.find(({ msg }) => msg === 'request failed')
    expect(failure).toMatchObject({ level: 40, code: 'connect.unavailable' })
    expect(failure?.['cause']).toBe('Error: ListInstances: InternalServiceException')
    expect(JSON.stringify(lines)).not.toContain('stack')
  })

  it('is an error where half a change failed for a reason that nobody foresaw', async () => {
    const { lines, log } = recordLog()
    const connect = brokenDoor(() => {
      throw new Fault('change.partly_done', { done: [], notDone: [], current: null }, { cause: new TypeError('a bug') })
    })
    await using patchbay = await startPatchbay({ log, connect })
    await expectError(await (await patchbay.signIn('auditor'))('/api/session'), 502, 'change.partly_done')
    expect(lines.find(({ msg }) => msg === 'request failed')).toMatchObject({
      level: 50,
      err: { cause: { type: 'TypeError', stack: expect.any(String) } },
    })
  })
})

describe('a browser that leaves while Connect is asked', () => {
  it('is a line of the request that was aborted, and no failure', async () => {
    const { lines, log } = recordLog()
    await using patchbay = await startPatchbay({ log })
    const { alias } = await patchbay.emulator.createInstance({ users: 2, securityProfiles: 4 })
    const browser = patchbay.newBrowser()
    await browser.visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
    patchbay.emulator.setFault({ operation: 'SearchUsers', delayMs: 5_000 })
    const leaving = new AbortController()
    const left = fetch(`${patchbay.url}/api/${alias}/users`, {
      headers: { 'x-csrf': '1', cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') },
      signal: leaving.signal,
    })
    const asked = () => lines.filter(({ route, aborted }) => route === '/api/{instance}/users' && aborted === true)
    await expect
      .poll(() => patchbay.emulator.listCalls().some(({ operation }) => operation === 'ListInstances'))
      .toBe(true)
    leaving.abort()
    await expect(left).rejects.toThrow('aborted')
    await expect.poll(asked).toHaveLength(1)
    expect(asked()[0]).not.toHaveProperty('status')
    expect(lines.filter(({ level }) => Number(level) > 30)).toEqual([])
  })
})

describe('a failure that passes', () => {
  it('says in the header too when to come back', async () => {
    const connect = brokenDoor(() => {
      throw new Fault('connect.throttled', { retryAfterSeconds: 2.4 })
    })
    await using patchbay = await startPatchbay({ connect })
    const response = await (await patchbay.signIn('auditor'))('/api/session')
    expect(response.headers.get('retry-after')).toBe('3')
    await expectError(response, 503, 'connect.throttled')
  })
})

describe('readiness', () => {
  it('is there when store and Connect answer', async () => {
    await using patchbay = await startPatchbay()
    const response = await patchbay.newBrowser().request('/readyz')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ready', store: 'answers', connect: 'answers' })
    expectSecurityHeaders(response)
  })

  it('names what does not answer, while the server itself is alive', async () => {
    const connect = brokenDoor(() => {
      throw new Error('away')
    })
    await using patchbay = await startPatchbay({ connect })
    const browser = patchbay.newBrowser()
    const response = await browser.request('/readyz')
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({ status: 'not ready', store: 'answers', connect: 'does not answer' })
    expect((await browser.request('/healthz')).status).toBe(200)
  })
})

describe('the log', () => {
  it('has one line a request, with the route and the person, without query, path ids or cookies', async () => {
    const { lines, log } = recordLog()
    await using patchbay = await startPatchbay({ log })
    const { alias } = await patchbay.emulator.createInstance({ users: 2, securityProfiles: 4 })
    const send = await patchbay.signIn('helpdesk')
    lines.length = 0
    await (await send(`/api/${alias}/users?text=Moreno`)).text()
    await (await send('/nowhere?token=secret')).text()
    await expect.poll(() => lines.filter(({ msg }) => msg === 'request').length).toBe(2)
    const [first, second] = lines.filter(({ msg }) => msg === 'request')
    expect(first).toMatchObject({
      requestId: expect.any(String),
      method: 'GET',
      route: '/api/{instance}/users',
      person: 'helpdesk',
      ms: expect.any(Number),
    })
    expect(second).toMatchObject({ route: 'web', method: 'GET' })
    const everything = JSON.stringify(lines)
    for (const word of ['Moreno', 'secret', 'nowhere', '__Host-', alias]) expect(everything).not.toContain(word)
  })
})

describe('the rate limit', () => {
  async function statusesOf(count: number, send: () => Promise<Response>): Promise<Map<number, number>> {
    const statuses = new Map<number, number>()
    for (const response of await Promise.all(Array.from({ length: count }, send))) {
      await response.body?.cancel()
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    }
    return statuses
  }

  const settings = { PATCHBAY_REQUESTS_PER_SECOND: '5' }

  it('lets a person send six seconds’ worth at once, then says when to come back, and holds nobody else up', async () => {
    await using patchbay = await startPatchbay({ settings })
    const [auditor, helpdesk] = [await patchbay.signIn('auditor'), await patchbay.signIn('helpdesk')]
    const statuses = await statusesOf(50, () => auditor('/api/nothing'))
    expect(statuses.get(404)).toBe(30)
    expect(statuses.get(429)).toBe(20)
    const refused = await auditor('/api/session')
    const retryAfter = Number(refused.headers.get('retry-after'))
    expect(retryAfter).toBeGreaterThanOrEqual(1)
    expect(retryAfter).toBeLessThanOrEqual(6)
    const { data } = await expectError(refused, 429, 'TOO_MANY_REQUESTS')
    expect(data).toMatchObject({ retryAfterSeconds: retryAfter })
    expect((await helpdesk('/api/session')).status).toBe(200)
  })

  it('holds at sign-in too, by address', async () => {
    await using patchbay = await startPatchbay({ settings })
    const stranger = patchbay.newBrowser()
    const statuses = await statusesOf(50, () => stranger.request('/auth/sign-in'))
    expect([statuses.get(302), statuses.get(429)]).toEqual([30, 20])
    await expectError(await stranger.request('/auth/sign-out', { method: 'POST' }), 429, 'TOO_MANY_REQUESTS')
  })

  it('is not used up by what other sites make the browser send', async () => {
    await using patchbay = await startPatchbay({ settings })
    const auditor = await patchbay.signIn('auditor')
    const foreign = { headers: { 'x-csrf': undefined, origin: 'https://evil.example' } }
    expect((await statusesOf(50, () => auditor('/api/session', foreign))).get(403)).toBe(50)
    expect((await auditor('/api/session')).status).toBe(200)
  })

  it('counts by address before sign-in, and believes nobody but a listed proxy about it', async () => {
    await using patchbay = await startPatchbay({ settings })
    const stranger = patchbay.newBrowser()
    let sent = 0
    const spread = () =>
      stranger.request('/api/session', { headers: { 'x-forwarded-for': `203.0.113.${(sent += 1) % 250}` } })
    expect((await statusesOf(50, spread)).get(429)).toBe(20)
    await using behindProxy = await startPatchbay({ settings: { ...settings, PATCHBAY_TRUSTED_PROXIES: '127.0.0.1' } })
    const other = behindProxy.newBrowser()
    const forwarded = () =>
      other.request('/api/session', { headers: { 'x-forwarded-for': `203.0.113.${(sent += 1) % 250}` } })
    expect((await statusesOf(50, forwarded)).get(429)).toBeUndefined()
  })
})

interface Operation {
  readonly responses: object
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: Record<string, unknown> } }
  }
}

describe('the OpenAPI document', () => {
  it('describes every route, for signed-in people, in a browser tab too', async () => {
    await using patchbay = await startPatchbay()
    await expectError(await patchbay.newBrowser().request('/api/openapi.json'), 401, 'UNAUTHORIZED')
    const send = await patchbay.signIn('auditor')
    const response = await send('/api/openapi.json', { headers: { 'x-csrf': undefined, 'sec-fetch-site': 'none' } })
    expect(response.status).toBe(200)
    const document = (await response.json()) as {
      openapi: string
      security: unknown
      paths: Record<string, Record<string, Operation>>
    }
    expect(document.openapi).toMatch(/^3\.1/)
    for (const { method, path, right } of routeTable) {
      const operation = document.paths[path]?.[method.toLowerCase()]
      expect(operation).toMatchObject({ 'x-right': right, responses: expect.any(Object) })
      const told = Object.keys(operation?.responses ?? {})
      const all = Object.values(errors).map(({ status }) => String(status))
      expect(told).toEqual(expect.arrayContaining(all))
    }
    expect(document.security).toEqual([{ session: [], csrf: [] }])
    const create = document.paths['/{instance}/security-profiles']?.['post']
    expect(create?.requestBody?.content['application/json'].schema.properties).toMatchObject({
      name: { pattern: expect.any(String), allOf: expect.arrayContaining([{ pattern: '^[\\s\\S]{0,127}$' }]) },
      permissions: { maxItems: 500 },
    })
    expect(create?.requestBody?.content['application/json'].schema.additionalProperties).toBe(false)
  })
})
