#!/usr/bin/env node
import { FlagError, type Flags, HELP, readFlags } from './cli/flags.ts'
import { createEmulator, type Emulator } from './emulator.ts'
import { AwsError } from './wire/aws-error.ts'

/** The sample instance beside its people. */
const SAMPLE = { hierarchyGroups: 180, securityProfiles: 24, routingProfiles: 14, workspaces: 6, aiAgents: 3 }

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2))
  if (flags.help) {
    process.stdout.write(HELP)
    return
  }
  const emulator = await start(flags)
  stopOnSignals(emulator)
  process.stdout.write(`Amazon Connect emulator ready on ${emulator.url}\n`)
  process.send?.({ type: 'ready', url: emulator.url })
}

async function start({ alias, users, seed, dataDir, ...flags }: Flags): Promise<Emulator> {
  const emulator = await createEmulator({ ...flags, ...(dataDir === undefined ? {} : { dataDir }) })
  if (emulator.findInstance(alias) === undefined) await emulator.createInstance({ ...SAMPLE, alias, users, seed })
  return emulator
}

function stopOnSignals(emulator: Emulator): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void emulator.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
}

/** One clear line for what a person can mend. */
function explain(error: unknown): string {
  if (error instanceof FlagError) return `${error.message} (see --help)`
  if (error instanceof AwsError) return error.message
  const { code, message, port, path } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `port ${port} is taken; choose another with --port`
  if (code === 'EACCES' && port !== undefined)
    return `not allowed to listen on port ${port}; choose one above 1023 with --port`
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return `--host is not an address of this machine: ${message}`
  if (path !== undefined) return `cannot write to the data folder: ${message}`
  return message
}

try {
  await main()
} catch (error) {
  process.stderr.write(`connect-emulator: ${explain(error).replaceAll(/\s*\n\s*/g, ' ')}\n`)
  process.exit(1)
}
