import { createEmulator, type Emulator } from '@patchbay/connect-emulator'
import { createDemoIdp, type DemoIdp, type DemoIdpOptions } from '@patchbay/demo-idp'
import { pino, type Logger } from 'pino'
import { readConfig } from '../config.ts'
import type { ConnectDoor } from '../connect/connect-door.ts'
import { stubCredentials } from '../connect/testing/open-door.ts'
import { createServer } from '../server.ts'
import type { Store } from '../store/store.ts'
import { makeStorePlace, settingsOf } from '../store/testing/store-place.ts'
import { Browser, type BrowserRequest } from './browser.ts'

export interface PatchbayOptions {
  /** Settings over and above the usual ones, by the names of the environment. */
  readonly settings?: Readonly<Record<string, string>>
  readonly now?: () => Date
  /** Default: silent. */
  readonly log?: Logger
  /** Default: a real door to the emulator. */
  readonly connect?: ConnectDoor
  readonly requestTimeoutMs?: number
  readonly providerTimeoutMs?: number
  readonly expiryEveryMs?: number
  readonly idp?: Pick<DemoIdpOptions, 'people' | 'claimsIn' | 'refreshTokens' | 'dataDir'>
}

export interface Patchbay {
  readonly url: string
  readonly issuer: string
  readonly store: Store
  /** For another replica on the same store. */
  readonly storeSettings: Readonly<Record<string, string>>
  readonly emulator: Emulator
  readonly idp: DemoIdp
  /** A browser that nobody has used yet. */
  newBrowser(): Browser
  /** Signs in through the real code flow; the answer sends requests as that person, JSON bodies as objects. */
  signIn(person: string): Promise<(path: string, request?: BrowserRequest) => Promise<Response>>
  stopIdp(): Promise<void>
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * A whole Patchbay on free ports with a store of its own: real server, real identity provider, real emulator (without
 * instances; a test makes its own by `emulator.createInstance`). Nothing waits for Amazon's pace.
 */
export async function startPatchbay(options: PatchbayOptions = {}): Promise<Patchbay> {
  const { settings, now = () => new Date(), log = pino({ level: 'silent' }) } = options
  stubCredentials()
  const [place, emulator, idp] = await Promise.all([
    makeStorePlace(),
    createEmulator(),
    createDemoIdp({ port: 0, ...options.idp }),
  ])
  const config = readConfig({
    PATCHBAY_PORT: '0',
    ...settingsOf(place),
    PATCHBAY_DEMO: '1',
    AWS_REGION: 'eu-west-2',
    AWS_ENDPOINT_URL_CONNECT: emulator.url,
    CONNECT_PACE: 'off',
    OIDC_ISSUER: idp.issuer,
    ...settings,
  })
  const server = await createServer(config, {
    now,
    log,
    ...(options.connect && { connect: options.connect }),
    ...(options.requestTimeoutMs !== undefined && { requestTimeoutMs: options.requestTimeoutMs }),
    ...(options.expiryEveryMs !== undefined && { expiryEveryMs: options.expiryEveryMs }),
    ...(options.providerTimeoutMs !== undefined && { providerTimeoutMs: options.providerTimeoutMs }),
  })
  let isIdpRunning = true
  async function stopIdp() {
    if (isIdpRunning) await idp.close()
    isIdpRunning = false
  }
  async function close() {
    await server.close()
    await Promise.all([emulator.close(), stopIdp()])
    await place[Symbol.asyncDispose]()
  }
  return {
    url: server.url,
    issuer: idp.issuer,
    store: server.store,
    storeSettings: settingsOf(place),
    emulator,
    idp,
    newBrowser: () => new Browser(server.url),
    async signIn(person) {
      const browser = new Browser(server.url)
      const { response } = await browser.visit(`/auth/sign-in?login_hint=${person}&returnTo=/healthz`)
      if (response.status !== 200) throw new Error(`Sign-in as ${person} ended with ${response.status}.`)
      return (path, request) => browser.request(path, request)
    },
    stopIdp,
    close,
    [Symbol.asyncDispose]: close,
  }
}
