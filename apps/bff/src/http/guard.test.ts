import { rights, type Right } from '@patchbay/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectError, expectSecurityHeaders } from '../testing/expect-error.ts'
import { startPatchbay, type Patchbay } from '../testing/start-patchbay.ts'
import type { BrowserRequest } from '../testing/browser.ts'
import { routeTable } from './route-table.ts'

/** Generated from the route table: a route that is added is tested here without anyone having to think of it. */
type Send = (path: string, request?: BrowserRequest) => Promise<Response>

let patchbay: Patchbay
let alias: string
let nobody: Send
let administrator: Send
/** Signed in with a role that gives nothing any more. */
let roleless: Send

beforeAll(async () => {
  patchbay = await startPatchbay()
  ;({ alias } = await patchbay.emulator.createInstance({ users: 3, hierarchyGroups: 5, securityProfiles: 5 }))
  const stranger = patchbay.newBrowser()
  nobody = (path, request) => stranger.request(path, request)
  administrator = await patchbay.signIn('administrator')
  roleless = await patchbay.signIn('auditor')
  await patchbay.store.database
    .updateTable('sessions')
    .set({ roles: '["former", "__proto__"]' })
    .where('person_id', '=', 'auditor')
    .execute()
})
afterAll(() => patchbay.close())

/** Calls that reached Amazon Connect while `act` ran. */
async function upstreamCallsOf(act: () => Promise<void>): Promise<number> {
  const before = patchbay.emulator.listCalls().length
  await act()
  return patchbay.emulator.listCalls().length - before
}

it('knows every route of the contract', () => {
  expect(routeTable.length).toBeGreaterThanOrEqual(16)
  expect(new Set(routeTable.map(({ method, path }) => `${method} ${path}`)).size).toBe(routeTable.length)
})

const routes = routeTable.map((route) => ({ ...route, title: `${route.method} /api${route.path}` }))
type Route = (typeof routes)[number]

function addressOf({ path }: Route): string {
  return `/api${path.replace('{instance}', alias).replace('{id}', '11111111-2222-3333-4444-555555555555')}`
}

function requestOf({ method }: Route, headers: BrowserRequest['headers'] = {}): BrowserRequest {
  return { method, headers, ...(method !== 'GET' && { body: {} }) }
}

describe.each(routes)('$title', (route) => {
  const { method, right } = route
  const address = () => addressOf(route)
  const request = (headers?: BrowserRequest['headers']) => requestOf(route, headers)

  it('declares a right', () => {
    const asked: readonly string[] = typeof right === 'string' ? [right] : right
    expect(asked.length).toBeGreaterThan(0)
    for (const one of asked) expect(['signed-in', ...rights]).toContain(one as Right)
  })

  it('refuses without a session, and asks nothing of Amazon Connect', async () => {
    const calls = await upstreamCallsOf(async () => {
      const response = await nobody(address(), request())
      expectSecurityHeaders(response)
      expect(response.headers.get('cache-control')).toBe('no-store')
      await expectError(response, 401, 'UNAUTHORIZED')
      const planted = await nobody(address(), request({ cookie: '__Host-patchbay=made-up; patchbay=made-up' }))
      await expectError(planted, 401, 'UNAUTHORIZED')
    })
    expect(calls).toBe(0)
  })

  it.each([
    ['without x-csrf', { 'x-csrf': undefined }],
    ['with another x-csrf', { 'x-csrf': '0' }],
    ['from a foreign origin', { origin: 'https://evil.example' }],
    ['from a sandboxed page', { origin: 'null' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a sibling host', { 'sec-fetch-site': 'same-site' }],
    ['from the address bar', { 'sec-fetch-site': 'none' }],
  ])('refuses a request %s, even an administrator’s', async (_how, headers) => {
    const calls = await upstreamCallsOf(async () => {
      const response = await administrator(address(), request(headers))
      expectSecurityHeaders(response)
      await expectError(response, 403, 'FORBIDDEN')
    })
    expect(calls).toBe(0)
  })

  it('refuses an unknown key by its name', async () => {
    const response =
      method === 'GET'
        ? await administrator(`${address()}?bogus=1`)
        : await administrator(address(), { method, body: { bogus: 1 } })
    expectSecurityHeaders(response)
    const { data, message } = await expectError(response, 400, 'BAD_REQUEST')
    expect(data.fields).toContainEqual({ field: 'bogus', message: 'There is no field “bogus” here.' })
    expect(message).toContain('bogus')
  })

  it('is not there under another method', async () => {
    const response = await administrator(address(), { method: 'PATCH', body: {} })
    expect((await expectError(response, 404, 'NOT_FOUND')).message).toContain('PATCH')
  })
})

describe.each(routes.filter(({ right }) => right !== 'signed-in'))('$title', (route) => {
  it('refuses who has not the right, before reading what they sent', async () => {
    const calls = await upstreamCallsOf(async () => {
      await expectError(await roleless(addressOf(route), requestOf(route)), 403, 'FORBIDDEN')
      const broken = { ...requestOf(route), ...(route.method !== 'GET' && { body: '{' }) }
      await expectError(await roleless(addressOf(route), broken), 403, 'FORBIDDEN')
    })
    expect(calls).toBe(0)
  })
})
