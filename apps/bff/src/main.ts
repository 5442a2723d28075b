// The server as a process: settings from the environment, one clear line for whatever keeps it from starting.
import { ConfigError, readConfig, type Config } from './config.ts'
import { createServer, type RunningServer } from './server.ts'
import { StoreError } from './store/store-error.ts'

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function requireConfig(): Config {
  try {
    return readConfig()
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message)
    throw error
  }
}

async function start(config: Config): Promise<RunningServer> {
  try {
    return await createServer(config)
  } catch (error) {
    if (error instanceof StoreError) fail(error.message)
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      fail(
        `PATCHBAY_PORT: port ${config.port} is taken. Stop what uses it, or set PATCHBAY_PORT to another one (0: any free one).`,
      )
    }
    if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND') {
      fail(`PATCHBAY_HOST, PATCHBAY_PORT: cannot listen on ${config.host}:${config.port} (${code}). Give others.`)
    }
    return fail(`The server did not start: ${message}`)
  }
}

const server = await start(requireConfig())
let stopping = false
function stop(): void {
  if (stopping) return
  stopping = true
  void server.close().then(() => process.exit(0))
}
for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, stop)
// A parent that ended while we started is no longer heard of, but can no longer be told either.
if (process.send) process.send({ type: 'ready', url: server.url }, (error: Error | null) => error && stop())
else console.log(`Patchbay ready on ${server.url}`)
