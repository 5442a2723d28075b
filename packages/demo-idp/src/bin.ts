// The demo identity provider as a process of its own: `node src/bin.ts --port 4402 --data-dir .patchbay/demo-idp`
import { parseArgs } from 'node:util'
import { createDemoIdp } from './demo-idp.ts'

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function readOptions() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, 'data-dir': { type: 'string' } } })
    return { port: values.port ?? '4402', dataDir: values['data-dir'] }
  } catch (error) {
    return fail(`demo-idp: ${(error as Error).message} Usage: --port <number> --data-dir <folder>`)
  }
}

const { port, dataDir } = readOptions()
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
  fail(`DEMO_IDP_PORT: "${port}" is not a port. Give a number from 0 to 65535; 0 takes a free one.`)
}

try {
  const idp = await createDemoIdp({ port: Number(port), dataDir })
  const stop = (): void => void idp.close().then(() => process.exit(0))
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, stop)
  // A parent that ended while we started is no longer heard of, but can no longer be told either.
  if (process.send) process.send({ type: 'ready', url: idp.issuer }, (error: Error | null) => error && stop())
  else console.log(`Demo identity provider ready on ${idp.issuer}`)
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    fail(
      `DEMO_IDP_PORT: port ${port} is taken. Stop what uses it, or set DEMO_IDP_PORT to another one (0: any free one).`,
    )
  }
  fail(`The demo identity provider did not start: ${message}`)
}
