import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** What the start, test and bench commands take from the environment. The server's own settings are its own `config.ts`. */
export const config = {
  patchbayPort: process.env.PATCHBAY_PORT ?? '4400',
  emulatorPort: process.env.EMULATOR_PORT ?? '4401',
  demoIdpPort: process.env.DEMO_IDP_PORT ?? '4402',
  dataDir: process.env.PATCHBAY_DATA_DIR ?? '.patchbay',
  /** Set: Connect is real, and no emulator is started. */
  connectInstances: process.env.CONNECT_INSTANCES,
  connectEndpoint: process.env.AWS_ENDPOINT_URL_CONNECT,
  /** Set: the identity provider is real, and no demo provider is started. */
  oidcIssuer: process.env.OIDC_ISSUER,
  logLevel: process.env.LOG_LEVEL,
  browser: process.env.PATCHBAY_BROWSER,
  isRunByPackageManager: process.env.npm_lifecycle_event !== undefined,
  environment: process.env,
}
