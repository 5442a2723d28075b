import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { config, root } from '../config.ts'
import { startProcess } from '../managed-process.ts'
import { startServer } from '../start-server.ts'
import { HttpReader } from './http-reader.ts'

interface RunningPatchbay {
  /** URLs without a slash at the end. */
  readonly patchbay: string
  readonly emulator: string
  /** Of the server. */
  readonly pid: number
  readonly dataDir: string
  readonly createInstance: (spec: {
    alias: string
    users: number
    seed: number
    hierarchyGroups?: number
    securityProfiles?: number
    routingProfiles?: number
  }) => Promise<{ alias: string; instanceId: string }>
}

/** Emulator without throttles, demo identity provider and unpaced server, each a process of its own, on free ports. */
export async function withPatchbay<T>(
  use: (running: RunningPatchbay) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'patchbay-bench-'))
  const environment = { ...config.environment, LOG_LEVEL: 'warn' }
  const emulator = await startProcess(
    'emulator',
    join(root, 'packages/connect-emulator/src/bin.ts'),
    ['--port', '0', '--users', '0', '--throttles', 'off'],
    environment,
  )
  const demoIdp = await startProcess(
    'identity provider',
    join(root, 'packages/demo-idp/src/bin.ts'),
    ['--port', '0'],
    environment,
  )
  const server = await startServer({
    ...environment,
    PATCHBAY_PORT: '0',
    PATCHBAY_DATA_DIR: dataDir,
    PATCHBAY_DEMO: '1',
    CONNECT_PACE: 'off',
    PATCHBAY_REQUESTS_PER_SECOND: '100000',
    OIDC_ISSUER: demoIdp.url,
    AWS_ENDPOINT_URL_CONNECT: emulator.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'BENCH',
    AWS_SECRET_ACCESS_KEY: 'emulator',
    ...settings,
  })
  try {
    return await use({
      patchbay: server.url,
      emulator: emulator.url,
      pid: server.pid,
      dataDir,
      async createInstance(spec) {
        const response = await fetch(`${emulator.url}/_emulator/instances`, {
          method: 'POST',
          body: JSON.stringify(spec),
          headers: { 'content-type': 'application/json' },
        })
        return (await response.json()) as { alias: string; instanceId: string }
      },
    })
  } finally {
    for (const service of [server, demoIdp, emulator]) await service.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Signs in as a browser would, and answers a function that reads a path with that session. Throws on any answer but 200. */
export async function signIn(patchbay: string, person: string): Promise<(path: string) => Promise<unknown>> {
  const reader = new HttpReader(patchbay, { cookie: await signInCookie(patchbay, person), 'x-csrf': '1' })
  return (path) => reader.read(path)
}

/** The cookie header of someone who signed in as a browser would. */
export async function signInCookie(patchbay: string, person: string): Promise<string> {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: URL): Map<string, string> => {
    const jar = jars.get(url.port) ?? new Map<string, string>()
    jars.set(url.port, jar)
    return jar
  }
  let url: URL | undefined = new URL(`${patchbay}/auth/sign-in?login_hint=${person}&returnTo=/`)
  while (url !== undefined) {
    const jar = jarOf(url)
    const response: Response = await fetch(url, { redirect: 'manual', headers: { cookie: cookieHeader(jar) } })
    await response.arrayBuffer()
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    url = location === null ? undefined : new URL(location, url)
  }
  return cookieHeader(jarOf(new URL(patchbay)))
}

function cookieHeader(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}
