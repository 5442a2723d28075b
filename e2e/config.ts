/** Where the one Patchbay of this test run listens; set by `run-patchbay.ts`, inherited by every worker. */
export function patchbayUrl(): string {
  return requireVariable('E2E_PATCHBAY_URL')
}

export function emulatorUrl(): string {
  return requireVariable('E2E_EMULATOR_URL')
}

export function publish(urls: { patchbay: string; emulator: string }): void {
  process.env.E2E_PATCHBAY_URL = urls.patchbay
  process.env.E2E_EMULATOR_URL = urls.emulator
}

/** Free ports, a data folder of its own, and nothing of the developer's own settings. */
export function startEnvironment(dataDir: string): NodeJS.ProcessEnv {
  const {
    CONNECT_INSTANCES: _instances,
    OIDC_ISSUER: _issuer,
    AWS_ENDPOINT_URL_CONNECT: _endpoint,
    npm_lifecycle_event: _event,
    ...rest
  } = process.env
  return {
    ...rest,
    PATCHBAY_PORT: '0',
    EMULATOR_PORT: '0',
    DEMO_IDP_PORT: '0',
    PATCHBAY_DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    // One Patchbay serves all tests: in the pace of one company they would wait for each other.
    CONNECT_PACE: 'off',
  }
}

function requireVariable(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run the tests through playwright.config.ts`)
  return value
}
