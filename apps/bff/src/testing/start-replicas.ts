import { createEmulator, type Emulator } from '@patchbay/connect-emulator'
import { createDemoIdp } from '@patchbay/demo-idp'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { stubCredentials } from '../connect/testing/open-door.ts'
import { createServer } from '../server.ts'
import { makeStorePlace, settingsOf } from '../store/testing/store-place.ts'
import { Browser } from './browser.ts'

interface Replicas {
  readonly emulator: Emulator
  /** The browser of someone who signed in at the first, as it comes to either. */
  readonly browsers: readonly [Browser, Browser]
  [Symbol.asyncDispose](): Promise<void>
}

/** Two servers on one database, at Amazon's pace, and an administrator who signed in at the first of them. */
export async function startReplicas(settings: Readonly<Record<string, string>> = {}): Promise<Replicas> {
  stubCredentials()
  const [place, emulator, idp] = await Promise.all([makeStorePlace(), createEmulator(), createDemoIdp({ port: 0 })])
  const config = readConfig({
    PATCHBAY_PORT: '0',
    PATCHBAY_DEMO: '1',
    AWS_REGION: 'eu-west-2',
    AWS_ENDPOINT_URL_CONNECT: emulator.url,
    OIDC_ISSUER: idp.issuer,
    ...settingsOf(place),
    ...settings,
  })
  const log = pino({ level: 'silent' })
  const servers = [await createServer(config, { log }), await createServer(config, { log })] as const
  const browsers = [new Browser(servers[0].url), new Browser(servers[1].url)] as const
  await browsers[0].visit('/auth/sign-in?login_hint=administrator&returnTo=/healthz')
  for (const [name, value] of browsers[0].cookies) browsers[1].cookies.set(name, value)
  return {
    emulator,
    browsers,
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map((server) => server.close()))
      await Promise.all([emulator.close(), idp.close()])
      await place[Symbol.asyncDispose]()
    },
  }
}
