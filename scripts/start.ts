// Runs everything on one machine: emulator and demo identity provider (unless real ones are configured), server, web.
import { access, constants, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { config, root } from './config.ts'
import { EndedEarly, startProcess, type ManagedProcess } from './managed-process.ts'
import { findPackageManagers, isAlive } from './package-managers.ts'
import { startServer } from './start-server.ts'
import { buildWeb } from './web-build.ts'

const running: ManagedProcess[] = []
let stopping = false

async function stop(exitCode: number): Promise<never> {
  stopping = true
  // The server first, so that what is in flight still finds Connect and the store.
  for (const service of running.toReversed()) await service.stop()
  process.exit(exitCode)
}

function fail(message: string | undefined): Promise<never> {
  if (message !== undefined) console.error(message)
  return stop(1)
}

function keep(service: ManagedProcess): ManagedProcess {
  running.push(service)
  void service.ended.then((how) => (stopping ? undefined : fail(`Patchbay stops: ${how}.`)))
  return service
}

async function requireDataDir(): Promise<string> {
  const dataDir = resolve(root, config.dataDir)
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    await fail(
      `PATCHBAY_DATA_DIR: cannot write to ${dataDir} (${(error as NodeJS.ErrnoException).code}). Name a folder that this user may write to.`,
    )
  }
  return dataDir
}

async function startEmulator(dataDir: string): Promise<ManagedProcess> {
  const args = ['--port', config.emulatorPort, '--data-dir', join(dataDir, 'emulator')]
  return keep(
    await startProcess(
      'the Amazon Connect emulator',
      join(root, 'packages/connect-emulator/src/bin.ts'),
      args,
      config.environment,
    ),
  )
}

async function startDemoIdp(dataDir: string): Promise<ManagedProcess> {
  const args = ['--port', config.demoIdpPort, '--data-dir', join(dataDir, 'demo-idp')]
  return keep(
    await startProcess(
      'the demo identity provider',
      join(root, 'packages/demo-idp/src/bin.ts'),
      args,
      config.environment,
    ),
  )
}

/** The emulator takes any well-formed credentials; the SDK still wants to sign with some. */
const emulatorCredentials = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'PATCHBAYEMULATOR',
  AWS_SECRET_ACCESS_KEY: 'emulator',
}

async function main(): Promise<void> {
  const dataDir = await requireDataDir()
  const usesEmulator = config.connectInstances === undefined && config.connectEndpoint === undefined
  const usesDemoIdp = config.oidcIssuer === undefined
  const [emulator, demoIdp] = await Promise.all([
    usesEmulator ? startEmulator(dataDir) : undefined,
    usesDemoIdp ? startDemoIdp(dataDir) : undefined,
    buildWeb(),
  ])
  const server = keep(
    await startServer({
      ...config.environment,
      PATCHBAY_DATA_DIR: dataDir,
      // Whoever tries Patchbay out reads the terminal; whoever runs it collects the log.
      ...(emulator && { LOG_LEVEL: config.logLevel ?? 'warn' }),
      ...(emulator && { ...emulatorCredentials, AWS_ENDPOINT_URL_CONNECT: emulator.url }),
      ...(demoIdp && { PATCHBAY_DEMO: '1', OIDC_ISSUER: demoIdp.url }),
    }),
  )
  console.log('')
  console.log(
    emulator
      ? `Amazon Connect: the emulator on ${emulator.url}, sample instance "meridian"`
      : `Amazon Connect: instances ${config.connectInstances}`,
  )
  console.log(
    demoIdp
      ? 'Sign in as administrator, supervisor, helpdesk or auditor: choose one on the sign-in page, no password.'
      : `Sign in through ${config.oidcIssuer}`,
  )
  console.log(`Patchbay ready on ${server.url}`)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1)
    void stop(0)
  })
}

const packageManagers = config.isRunByPackageManager ? findPackageManagers() : []
setInterval(() => {
  if (!stopping && !packageManagers.every(isAlive)) void stop(0)
}, 500).unref()

main().catch((error: unknown) => {
  const isExplained = stopping || (error instanceof EndedEarly && error.saidWhy)
  return fail(isExplained ? undefined : `Patchbay did not start: ${(error as Error).message}`)
})
