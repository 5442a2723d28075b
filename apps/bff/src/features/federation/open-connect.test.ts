import {
  CreateUserCommand,
  ConnectClient,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
} from '@aws-sdk/client-connect'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { startSts, type Sts } from '../../connect/testing/start-sts.ts'
import { createLog } from '../../http/log.ts'
import { createChangeRecords } from '../../store/audit/change-records.ts'
import type { Browser } from '../../testing/browser.ts'
import { startPatchbay, type Patchbay } from '../../testing/start-patchbay.ts'

const roleArn = 'arn:aws:iam::123456789012:role/patchbay-sign-in'

/** What a browser sends with a form of our own page. */
const navigation = {
  'content-type': 'application/x-www-form-urlencoded',
  origin: 'null',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
}

interface World {
  readonly patchbay: Patchbay
  readonly sts: Sts
  readonly alias: string
  readonly instanceId: string
  readonly logged: string[]
  signIn(person: string): Promise<Browser>
  open(browser: Browser, headers?: Record<string, string | undefined>, body?: string): Promise<Response>
  /** Records of the trail of that kind, as they stand there. */
  records(kind: string): Promise<Record<string, unknown>[]>
}

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

interface Options {
  readonly kind?: 'SAML' | 'CONNECT_MANAGED' | 'EXISTING_DIRECTORY'
  readonly isSetUp?: boolean
  readonly username?: string
}

async function open({ kind = 'SAML', isSetUp = true, username = 'administrator' }: Options = {}): Promise<World> {
  const logged: string[] = []
  const sts = await startSts()
  closing.push(() => sts[Symbol.asyncDispose]())
  const patchbay = await startPatchbay({
    settings: { AWS_ENDPOINT_URL_STS: sts.url, ...(isSetUp && { CONNECT_FEDERATION_ROLE_ARN: roleArn }) },
    log: createLog('trace', { write: (line: string) => void logged.push(line) }),
  })
  closing.push(() => patchbay.close())
  const { alias, instanceId } = await patchbay.emulator.createInstance({ identityManagementType: kind })
  if (kind === 'SAML') await createUser(patchbay, instanceId, username)
  return {
    patchbay,
    sts,
    alias,
    instanceId,
    logged,
    async signIn(person) {
      const browser = patchbay.newBrowser()
      await browser.visit(`/auth/sign-in?login_hint=${person}&returnTo=/healthz`)
      return browser
    },
    async open(browser, headers = {}, body = `instance=${alias}`) {
      const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
      return await post(`${patchbay.url}/auth/open-connect`, { ...navigation, cookie, ...headers }, body)
    },
    async records(kindOfRecord) {
      const all = await createChangeRecords(patchbay.store.database).readRecords({ from: 1, upTo: 1_000 }, 1_000)
      return all.map(({ body }) => JSON.parse(body)).filter((record) => record.kind === kindOfRecord)
    },
  }
}

async function createUser({ emulator }: Patchbay, InstanceId: string, Username: string): Promise<void> {
  const client = new ConnectClient({ endpoint: emulator.url, region: 'eu-west-2' })
  const profiles = await client.send(new ListSecurityProfilesCommand({ InstanceId }))
  const routing = await client.send(new ListRoutingProfilesCommand({ InstanceId }))
  const IdentityInfo = { FirstName: 'Ada', LastName: 'L' }
  const SecurityProfileIds = [profiles.SecurityProfileSummaryList?.[0]?.Id ?? '']
  const RoutingProfileId = routing.RoutingProfileSummaryList?.[0]?.Id
  await client.send(new CreateUserCommand({ InstanceId, Username, IdentityInfo, SecurityProfileIds, RoutingProfileId }))
  client.destroy()
}

/** By Node's own client: fetch is no navigation, and says so whatever it is told. */
async function post(url: string, headers: Record<string, string | undefined>, body: string): Promise<Response> {
  const asked = request(url, { method: 'POST', agent: false })
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) asked.setHeader(name, value)
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const sent = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  return new Response(await text(answer), { status: answer.statusCode ?? 0, headers: sent })
}

/** The text of the hidden field, with the entities that our page writes turned back. */
function credentialsIn(html: string): Record<string, unknown> {
  const field = /name="credentials" value="([^"]*)"/.exec(html)?.[1] ?? ''
  return JSON.parse(field.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

describe('POST /auth/open-connect', () => {
  it('answers a form that goes to Connect’s own address with the tokens of the signed-in person (OTH-01)', async () => {
    const world = await open()
    const browser = await world.signIn('administrator')
    const response = await world.open(browser)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain(`action="https://${world.alias}.my.connect.aws/auth/sign-in"`)
    expect(credentialsIn(html)).toEqual({
      AccessToken: expect.stringMatching(/^[\w-]{40,}$/),
      AccessTokenExpiration: expect.any(Number),
      RefreshToken: expect.stringMatching(/^[\w-]{40,}$/),
      RefreshTokenExpiration: expect.any(Number),
    })
    expect(world.sts.asked.map((form) => form.get('RoleSessionName'))).toEqual(['administrator'])
  })

  it('opens a session of the role that may do this one thing, on this one instance, for a quarter of an hour', async () => {
    const world = await open()
    await world.open(await world.signIn('administrator'))
    const [form] = world.sts.asked
    expect([form?.get('RoleArn'), form?.get('DurationSeconds')]).toEqual([roleArn, '900'])
    expect(JSON.parse(form?.get('Policy') ?? '')).toMatchObject({
      Statement: [
        {
          Action: 'connect:GetFederationToken',
          Resource: [`arn:aws:connect:us-east-1:123456789012:instance/${world.instanceId}/user/\${aws:userid}`],
        },
      ],
    })
  })

  it('is a document of its own: nobody has a hand on it, it is not kept, and it leads to Connect only', async () => {
    const world = await open()
    const { headers } = await world.open(await world.signIn('administrator'))
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'noopener-allow-popups',
      'referrer-policy': 'strict-origin',
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
    })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none';script-src 'self'")
    expect(policy).toContain(`form-action https://${world.alias}.my.connect.aws;`)
    expect(policy).not.toContain('unsafe')
    const script = await fetch(`${world.patchbay.url}/auth/open-connect.js`)
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  })

  it('is written down before and after, and neither token nor key is in the trail or the log', async () => {
    const world = await open()
    const browser = await world.signIn('administrator')
    const { AccessToken, RefreshToken } = credentialsIn(await (await world.open(browser)).text())
    const person = { id: 'administrator', roles: ['administrator'] }
    expect(await world.records('connect-sign-in')).toMatchObject([
      { stage: 'begun', instance: world.alias, username: 'administrator', code: null, person },
      { stage: 'done', instance: world.alias, username: 'administrator', code: null, person },
    ])
    const changes = await browser.request('/api/changes?kind=connect-sign-in')
    expect(await changes.json()).toMatchObject({
      items: [{ note: 'As administrator: signed in' }, { note: 'As administrator: begun' }],
    })
    const all = await createChangeRecords(world.patchbay.store.database).readRecords({ from: 1, upTo: 1_000 }, 1_000)
    const kept = [...world.logged, JSON.stringify(all)].join('\n')
    expect(kept).toContain('/auth/open-connect')
    for (const secret of [AccessToken, RefreshToken, 'of-the-session', 'session-token']) {
      expect(kept).not.toContain(secret)
    }
  })
})

describe('nothing is asked for', () => {
  it.each([
    ['a script of ours', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['a frame', { 'sec-fetch-dest': 'iframe' }],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a site beside ours', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a typed address', { 'sec-fetch-site': 'none' }],
    ['a browser that does not say', { 'sec-fetch-site': undefined }],
  ])('by %s', async (_who, headers) => {
    const world = await open()
    const response = await world.open(await world.signIn('administrator'), headers)
    expect([response.status, response.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8'])
    expect([world.sts.asked, await world.records('connect-sign-in')]).toEqual([[], []])
  })

  it('by a stranger, by somebody without the right (who is written down), or without a form', async () => {
    const world = await open()
    expect((await world.open(world.patchbay.newBrowser())).status).toBe(401)
    expect((await world.open(await world.signIn('auditor'))).status).toBe(403)
    expect(await world.records('refusal')).toMatchObject([{ action: 'federation.open', instance: world.alias }])
    const browser = await world.signIn('administrator')
    expect((await world.open(browser, { 'content-type': 'application/json' }, '{}')).status).toBe(400)
    expect((await world.open(browser, {}, 'other=1')).status).toBe(400)
    expect((await world.open(browser, {}, 'instance=nowhere')).status).toBe(404)
    expect(world.sts.asked).toEqual([])
  })

  it.each([
    ['not-set-up', { isSetUp: false }],
    ['not-saml', { kind: 'CONNECT_MANAGED' }],
    ['not-saml', { kind: 'EXISTING_DIRECTORY' }],
  ] as const)('where it is not possible: %s', async (reason, options) => {
    const world = await open(options)
    const browser = await world.signIn('administrator')
    const answer = await browser.request(`/api/${world.alias}/federation`)
    expect(await answer.json()).toEqual({ isPossible: false, reason })
    const response = await world.open(browser)
    expect([response.status, world.sts.asked]).toEqual([422, []])
  })

  it('unless it can be written down', async () => {
    const world = await open()
    const browser = await world.signIn('administrator')
    await world.patchbay.store.database.schema.alterTable('audit_records').renameTo('away').execute()
    expect((await world.open(browser)).status).toBe(500)
    await world.patchbay.store.database.schema.alterTable('away').renameTo('audit_records').execute()
    expect(world.sts.asked).toEqual([])
  })
})

describe('what fails is said, and written down', () => {
  it('nobody of that name in Connect', async () => {
    const world = await open({ username: 'Administrator' })
    const response = await world.open(await world.signIn('administrator'))
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('no user named “administrator”'),
    ])
    expect((await world.records('connect-sign-in')).at(-1)).toMatchObject({ stage: 'failed', code: 'NOT_FOUND' })
  })

  it.each([
    ['AccessDenied', 403, 502, 'connect.access_denied'],
    ['InternalFailure', 500, 502, 'connect.unavailable'],
    ['Throttling', 400, 503, 'connect.throttled'],
  ])('STS answers %s', async (code, status, answered, ours) => {
    const world = await open()
    world.sts.refuseWith({ code, status })
    const response = await world.open(await world.signIn('administrator'))
    const html = await response.text()
    expect(response.status).toBe(answered)
    expect(html).not.toMatch(/arn:|123456789012/)
    expect((await world.records('connect-sign-in')).at(-1)).toMatchObject({ stage: 'failed', code: ours })
  })

  it('Connect does not answer', async () => {
    const world = await open()
    world.patchbay.emulator.setFault({ operation: 'GetFederationToken', error: 'InternalServiceException' })
    expect((await world.open(await world.signIn('administrator'))).status).toBe(502)
    expect((await world.records('connect-sign-in')).at(-1)).toMatchObject({
      stage: 'failed',
      code: 'connect.unavailable',
    })
  })
})

it('GET …/federation tells as whom, and asks Connect nothing', async () => {
  const world = await open()
  const browser = await world.signIn('administrator')
  const answer = await browser.request(`/api/${world.alias}/federation`)
  expect(await answer.json()).toEqual({ isPossible: true, username: 'administrator' })
  expect(world.patchbay.emulator.listCalls({ operation: 'GetFederationToken' })).toEqual([])
})
