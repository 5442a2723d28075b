// That people are signed in to Amazon Connect is a setting: these tests run in a Patchbay of their own.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import {
  ConnectClient,
  CreateUserCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilesCommand,
} from '@aws-sdk/client-connect'
import { startSts } from '../apps/bff/src/connect/testing/start-sts.ts'
import { emulatorUrl, patchbayUrl } from './config.ts'
import { control } from './emulator-control.ts'
import { enterOwnPatchbay } from './own-patchbay.ts'
import { expectAccessible } from './expect-fit.ts'
import { Screen } from './screen.ts'
import { expect, signIn, test } from './world.ts'

test.describe.configure({ mode: 'default' })

let leave = async (): Promise<void> => {}

test.beforeAll(async () => {
  const sts = await startSts()
  const leavePatchbay = await enterOwnPatchbay({
    CONNECT_FEDERATION_ROLE_ARN: 'arn:aws:iam::123456789012:role/patchbay-sign-in',
    AWS_ENDPOINT_URL_STS: sts.url,
  })
  await control('PUT', 'throttles', { mode: 'off' })
  leave = async () => {
    await leavePatchbay()
    await sts[Symbol.asyncDispose]()
  }
})

test.afterAll(() => leave())

interface Arrival extends Pick<IncomingMessage, 'method' | 'url' | 'headers'> {
  readonly form: URLSearchParams
}

/** In the place of Amazon Connect's website, which cannot be reached from a test: takes the sign-in and says so. */
async function startWebsite() {
  const arrivals: Arrival[] = []
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url, headers } = request
    if (method === 'POST') arrivals.push({ method, url, headers, form: new URLSearchParams(await text(request)) })
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><html lang="en"><title>Connect</title><h1>Signed in</h1></html>')
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** An instance of the kind, with a user for the administrator of the demo identity provider. */
async function createInstance(spec: { identityManagementType: 'SAML' | 'CONNECT_MANAGED'; accessUrl?: string }) {
  const alias = `e2e-${randomUUID().slice(0, 13)}`
  const { instanceId: InstanceId } = await control<{ instanceId: string }>('POST', 'instances', { alias, ...spec })
  if (spec.identityManagementType !== 'SAML') return alias
  const credentials = { accessKeyId: 'ANOTHERTOOL', secretAccessKey: 'emulator' }
  const connect = new ConnectClient({ endpoint: emulatorUrl(), region: 'us-east-1', credentials })
  const profiles = await connect.send(new ListSecurityProfilesCommand({ InstanceId }))
  const routing = await connect.send(new ListRoutingProfilesCommand({ InstanceId }))
  await connect.send(
    new CreateUserCommand({
      InstanceId,
      Username: 'administrator',
      IdentityInfo: { FirstName: 'Ada', LastName: 'L' },
      SecurityProfileIds: [profiles.SecurityProfileSummaryList?.[0]?.Id ?? ''],
      RoutingProfileId: routing.RoutingProfileSummaryList?.[0]?.Id,
    }),
  )
  connect.destroy()
  return alias
}

test('Amazon Connect opens in a tab of its own, signed in, by keyboard, and no page of ours ever has the token', async ({
  page,
  context,
}) => {
  await using website = await startWebsite()
  const alias = await createInstance({ identityManagementType: 'SAML', accessUrl: website.url })
  await signIn(page, 'administrator', `/${alias}/people`)
  await page.getByRole('button', { name: /\(administrator\)/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Open Amazon Connect' }).press('Enter')
  const screen = new Screen(page)
  await screen.see('Open Amazon Connect')
  await expect(screen.form('Open Amazon Connect')).toContainText(`signed in to ${alias} as administrator`)
  await expectAccessible(page)

  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Open Amazon Connect as me' }).press('Enter')
  const tab = await opened
  await expect(tab.getByRole('heading', { name: 'Signed in' })).toBeVisible()

  expect(website.arrivals).toHaveLength(1)
  const [{ url, headers, form } = {} as Arrival] = website.arrivals
  expect([url, headers.referer, headers.origin]).toEqual(['/auth/sign-in', `${patchbayUrl()}/`, patchbayUrl()])
  expect([...form.keys()]).toEqual(['credentials', 'destination'])
  const { AccessToken } = JSON.parse(form.get('credentials') ?? '') as { AccessToken: string }
  expect(AccessToken).toMatch(/^[\w-]{40,}$/)

  // Connect has taken the place of the document that held the token; the tab and its opener do not know one another.
  expect(await tab.evaluate(() => [history.length, window.opener === null])).toEqual([1, true])
  const kept = await page.evaluate(() =>
    JSON.stringify([document.documentElement.outerHTML, localStorage, sessionStorage]),
  )
  expect(kept).not.toContain(AccessToken)
  expect(page.url() + tab.url()).not.toContain(AccessToken)
})

test('a script of our own page gets no answer to read, and no hand on the tab', async ({ page, complaints }) => {
  complaints.expected.push(/403/)
  await using website = await startWebsite()
  const alias = await createInstance({ identityManagementType: 'SAML', accessUrl: website.url })
  await signIn(page, 'administrator', `/${alias}/open-connect`)
  await new Screen(page).see('Open Amazon Connect')
  const fetched = await page.evaluate(async (instance) => {
    const answer = await fetch('/auth/open-connect', { method: 'POST', body: new URLSearchParams({ instance }) })
    return [answer.status, (await answer.text()).includes('AccessToken')]
  }, alias)
  expect(fetched).toEqual([403, false])

  await page.evaluate(() => {
    const tab = window.open('about:blank', 'held')
    const form = document.querySelector('form')
    if (!tab || !form) throw new Error('No tab or no form.')
    Object.assign(globalThis, { held: tab })
    form.target = 'held'
    form.rel = 'opener'
    form.submit()
  })
  await expect.poll(() => website.arrivals.length).toBe(1)
  // Cut off from the tab, its opener is told that it is closed.
  expect(await page.evaluate(() => (globalThis as unknown as { held: Window }).held.closed)).toBe(true)
})

test('an instance that people sign in to directly says so and offers nothing', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const alias = await createInstance({ identityManagementType: 'CONNECT_MANAGED' })
  await signIn(page, 'helpdesk', `/${alias}/open-connect`)
  await expect(page.getByText('You cannot be signed in to Amazon Connect from here')).toBeVisible()
  await expect(page.getByText(/only where it was made with SAML/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open Amazon Connect as me' })).toHaveCount(0)
  await expectAccessible(page)
})

test('what fails is said in the tab', async ({ page, context }) => {
  const alias = await createInstance({ identityManagementType: 'SAML' })
  await signIn(page, 'helpdesk', `/${alias}/open-connect`)
  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Open Amazon Connect as me' }).press('Enter')
  const tab = await opened
  await expect(tab.getByRole('heading', { name: 'Not signed in to Amazon Connect' })).toBeVisible()
  await expect(tab.getByText('Amazon Connect has no user named “helpdesk”.')).toBeVisible()
  await expectAccessible(tab)
})
