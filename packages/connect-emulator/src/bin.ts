#!/usr/bin/env node
import { FlagError, HELP, readFlags } from './cli/flags.ts'

/** One clear line for what a person can mend. */
function explain(error: unknown): string {
  if (error instanceof FlagError) return `${error.message} (see --help)`
  const { code, message, port, path } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `port ${port} is taken; choose another with --port`
  if (code === 'EACCES' && port !== undefined) {
    return `not allowed to listen on port ${port}; choose one above 1023 with --port`
  }
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return `--host is not an address of this machine: ${message}`
  if (path !== undefined) return `cannot write to the data folder: ${message}`
  return message
}

try {
  const flags = readFlags(process.argv.slice(2))
  if (flags.help) {
    process.stdout.write(HELP)
  } else {
    // Loaded late: the SDK takes a while, and a mistake in the flags should be told at once.
    const { serve } = await import('./cli/serve.ts')
    await serve(flags)
  }
} catch (error) {
  process.stderr.write(`connect-emulator: ${explain(error).replaceAll(/\s*\n\s*/g, ' ')}\n`)
  process.exit(1)
}
