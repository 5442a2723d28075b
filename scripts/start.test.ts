import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  ConnectClient,
  DescribeUserCommand,
  ListInstancesCommand,
  ListUsersCommand,
  UpdateUserIdentityInfoCommand,
} from '@aws-sdk/client-connect'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { config, root } from './config.ts'

const START_DEADLINE_MS = 60_000

let dataDir: string
const children: ChildProcess[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'patchbay-start-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

interface Started {
  readonly exited: Promise<number | null>
  readonly errors: () => string
  readonly child: ChildProcess
}

/** Free ports, a data folder of its own, and nothing of the developer's own settings. */
function environment(): NodeJS.ProcessEnv {
  const {
    CONNECT_INSTANCES: _instances,
    OIDC_ISSUER: _issuer,
    npm_lifecycle_event: _event,
    ...rest
  } = config.environment
  const ports = { PATCHBAY_PORT: '0', EMULATOR_PORT: '0', DEMO_IDP_PORT: '0' }
  return { ...rest, ...ports, PATCHBAY_DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
}

function start(settings: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    env: { ...environment(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return { child, errors: () => errors, exited: once(child, 'close').then(([code]) => code as number | null) }
}

/** As the README says to start it, in a process group of its own. */
function startByNpx(): Started {
  const child = spawn('npx', ['-y', 'pnpm@12', 'start'], {
    cwd: root,
    detached: true,
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  return { child, errors: () => '', exited: once(child, 'close').then(([code]) => code as number | null) }
}

async function readyUrls({ child }: Started): Promise<{ patchbay: string; emulator: string }> {
  let emulator = ''
  for await (const line of createInterface({ input: child.stdout! })) {
    emulator = /emulator on (http:\S+),/.exec(line)?.[1] ?? emulator
    const [, patchbay] = /^Patchbay ready on (http:\S+)$/.exec(line) ?? []
    if (patchbay !== undefined) return { patchbay, emulator }
  }
  throw new Error('Patchbay ended before it was ready.')
}

async function takenPort(): Promise<{ port: string; free: () => void }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: String((server.address() as AddressInfo).port), free: () => server.close() }
}

describe('pnpm start', { timeout: START_DEADLINE_MS }, () => {
  it.each(['PATCHBAY_PORT', 'EMULATOR_PORT', 'DEMO_IDP_PORT'])(
    'says in one line that the port of %s is taken',
    async (setting) => {
      const { port, free } = await takenPort()
      const started = start({ [setting]: port })
      expect(await started.exited).toBe(1)
      free()
      expect(started.errors().trim().split('\n')).toHaveLength(1)
      expect(started.errors()).toContain(port)
    },
  )

  it('says in one line that the data folder cannot be written', async () => {
    const file = join(dataDir, 'a-file')
    await writeFile(file, '')
    const started = start({ PATCHBAY_DATA_DIR: join(file, 'below') })
    expect(await started.exited).toBe(1)
    expect(started.errors()).toMatch(/^PATCHBAY_DATA_DIR: .+\n$/)
  })

  it('names every broken setting, one line each', async () => {
    const started = start({ PATCHBAY_SESSION_IDLE_MINUTES: 'soon', PATCHBAY_PUBLIC_URL: 'patchbay' })
    expect(await started.exited).toBe(1)
    expect(started.errors()).toContain('PATCHBAY_SESSION_IDLE_MINUTES')
    expect(started.errors()).toContain('PATCHBAY_PUBLIC_URL')
    expect(started.errors()).not.toContain('    at ')
  })

  it('refuses the demo sign-in when Amazon Connect is real', async () => {
    const started = start({ CONNECT_INSTANCES: 'acme', AWS_REGION: 'eu-west-2' })
    expect(await started.exited).toBe(1)
    expect(started.errors()).not.toContain('    at ')
    expect(started.errors()).toMatch(/demo/i)
  })

  it('stops everything on SIGTERM and finds its state again', async () => {
    const first = start()
    const urls = await readyUrls(first)
    const id = await rename(urls.emulator)
    first.child.kill('SIGTERM')
    expect(await first.exited).toBe(0)
    await expect(fetch(`${urls.patchbay}/healthz`)).rejects.toThrow('fetch failed')
    await expect(fetch(`${urls.emulator}/_emulator/health`)).rejects.toThrow('fetch failed')

    const second = start()
    const { emulator } = await readyUrls(second)
    expect(await firstNameOf(emulator, id)).toBe('Renamed')
    second.child.kill('SIGTERM')
    expect(await second.exited).toBe(0)
  })

  it('stops its services even when it is killed outright', async () => {
    const started = start()
    const urls = await readyUrls(started)
    started.child.kill('SIGKILL')
    await started.exited
    await expectGone(urls)
  })

  it.each(['SIGTERM', 'SIGKILL'] as const)('leaves nothing behind when npx is ended by %s', async (signal) => {
    const started = startByNpx()
    const urls = await readyUrls(started)
    started.child.kill(signal)
    await expectGone(urls)
  })

  it('stops everything at Ctrl-C, which the terminal sends to all of them', async () => {
    const started = startByNpx()
    const urls = await readyUrls(started)
    process.kill(-started.child.pid!, 'SIGINT')
    await started.exited
    await expectGone(urls)
  })
})

async function expectGone(urls: { patchbay: string; emulator: string }): Promise<void> {
  for (const url of Object.values(urls)) {
    await expect
      .poll(() =>
        fetch(url).then(
          () => 'alive',
          () => 'gone',
        ),
      )
      .toBe('gone')
  }
}

function connectTo(endpoint: string): ConnectClient {
  return new ConnectClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'TEST', secretAccessKey: 'emulator' },
  })
}

async function rename(endpoint: string): Promise<string> {
  const connect = connectTo(endpoint)
  const InstanceId = await meridian(connect)
  const { UserSummaryList = [] } = await connect.send(new ListUsersCommand({ InstanceId, MaxResults: 1 }))
  const UserId = UserSummaryList[0]?.Id ?? ''
  await connect.send(
    new UpdateUserIdentityInfoCommand({
      InstanceId,
      UserId,
      IdentityInfo: { FirstName: 'Renamed', LastName: 'Person' },
    }),
  )
  return UserId
}

async function firstNameOf(endpoint: string, UserId: string): Promise<string | undefined> {
  const connect = connectTo(endpoint)
  const { User } = await connect.send(new DescribeUserCommand({ InstanceId: await meridian(connect), UserId }))
  return User?.IdentityInfo?.FirstName
}

async function meridian(connect: ConnectClient): Promise<string> {
  const { InstanceSummaryList = [] } = await connect.send(new ListInstancesCommand({}))
  return InstanceSummaryList.find(({ InstanceAlias }) => InstanceAlias === 'meridian')?.Id ?? ''
}
