import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Provider } from 'oidc-provider'
import { createFaultSwitch } from './fault-switch.ts'
import { createMemoryAdapter } from './memory-adapter.ts'
import { choosePersonBody, escapeHtml, sendPage } from './pages.ts'
import { demoPeople, type DemoPerson } from './people.ts'
import { createProvider } from './provider.ts'
import { SessionNotFound } from './quiet-oidc-provider.ts'
import { generateSigningKey, openSigningKey, type SigningKey } from './signing-key.ts'

export interface DemoIdpOptions {
  /** 0 takes a free one. */
  readonly port: number
  /** Default 127.0.0.1. */
  readonly host?: string
  /** Default `patchbay`. */
  readonly clientId?: string
  /** Keeps the signing key; without it every start has a new one. */
  readonly dataDir?: string | undefined
  /** Default: the four demo people. */
  readonly people?: readonly DemoPerson[]
  /** Where name and roles are to be found. Default `id-token`. */
  readonly claimsIn?: 'id-token' | 'userinfo'
  /** Whether its client gets refresh tokens. Default true. */
  readonly refreshTokens?: boolean
}

export interface DemoIdp {
  /** What goes into OIDC_ISSUER: `http://127.0.0.1:4402`. */
  readonly issuer: string
  /** From now on signs with a new key, and publishes that alone: a provider that had to throw its key away. */
  rotateSigningKey(): Promise<void>
  close(): Promise<void>
}

interface Interactions {
  readonly provider: Provider
  readonly people: readonly DemoPerson[]
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** Signs the person before out, which the provider would ask the browser to do by a page with a script. */
async function leaveSession(provider: Provider, interaction: Interaction, next: DemoPerson): Promise<void> {
  const { session } = interaction
  if (session?.accountId === undefined || session.accountId === next.id) return
  await (await provider.Session.findByUid(session.uid))?.destroy()
  delete interaction.session
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1_000))
}

async function interact(request: IncomingMessage, response: ServerResponse, { provider, people }: Interactions) {
  const interaction = await provider.interactionDetails(request, response)
  const { params, uid } = interaction
  const hint = typeof params['login_hint'] === 'string' ? params['login_hint'] : undefined
  const asked = request.method === 'POST' ? new URLSearchParams(await text(request)).get('person') : hint
  const person = people.find(({ id }) => id === asked)
  if (person) {
    await leaveSession(provider, interaction, person)
    return provider.interactionFinished(request, response, { login: { accountId: person.id } })
  }
  return sendPage(response, 200, {
    title: 'Sign in to Patchbay',
    body: choosePersonBody(`/interaction/${uid}`, people, hint),
    formTarget: new URL(String(params['redirect_uri'])).origin,
  })
}

function sendFailure(response: ServerResponse, error: unknown): void {
  const isOver = error instanceof SessionNotFound
  sendPage(response, isOver ? 400 : 500, {
    title: isOver ? 'This sign-in is over' : 'The demo identity provider failed',
    body: isOver
      ? '<p>It has ended or was begun in another browser. Go back to Patchbay and sign in again.</p>'
      : `<p>${escapeHtml(String(error))}</p>`,
  })
}

/**
 * Starts a real OpenID Connect provider with the demo people: code flow with PKCE (S256) for one public client,
 * refresh tokens, RP-initiated and back-channel logout. `login_hint=<person>` signs that person in without a page.
 * `/_demo-idp/fault` makes an endpoint fail (see `fault-switch.ts`).
 * Throws the listener's error (EADDRINUSE for instance) and the file system's when `dataDir` cannot be written.
 */
export async function createDemoIdp({
  port,
  host = '127.0.0.1',
  clientId = 'patchbay',
  dataDir,
  people = demoPeople,
  claimsIn = 'id-token',
  refreshTokens = true,
}: DemoIdpOptions): Promise<DemoIdp> {
  const server = createServer()
  server.listen(port, host)
  await once(server, 'listening')
  // The issuer has the port in it, which is known only now.
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`
  const adapter = createMemoryAdapter()
  const cookieKey = randomBytes(32).toString('base64url')
  const providerWith = (signingKey: SigningKey) =>
    createProvider(issuer, { clientId, people, signingKey, claimsIn, refreshTokens, adapter, cookieKey })
  let provider = providerWith(await openSigningKey(dataDir))
  const breaks = createFaultSwitch()
  server.on('request', (request, response) => {
    if (breaks(request, response)) return
    if (request.url?.startsWith('/interaction/')) {
      interact(request, response, { provider, people }).catch((error: unknown) => sendFailure(response, error))
    } else {
      void provider.callback()(request, response)
    }
  })
  return {
    issuer,
    async rotateSigningKey() {
      provider = providerWith(await generateSigningKey())
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
