import { parseArgs } from 'node:util'

export interface Flags {
  help: boolean
  port: number
  host: string
  dataDir: string | undefined
  throttles: 'aws' | 'off'
  alias: string
  users: number
  seed: number
  region: string
  credentials: Record<string, string>
}

export const HELP = `connect-emulator: Amazon Connect on one local port

Usage: connect-emulator [flags]

  --port <number>      port to listen on; 0 picks a free one      (default 4401)
  --host <address>     address to listen on                       (default 127.0.0.1)
  --data-dir <folder>  keep the state here; memory only without
  --users <number>     people in the sample instance              (default 1200)
  --seed <number>      the same seed gives the same data          (default 1)
  --alias <name>       alias of the sample instance               (default meridian)
  --region <name>      region in ARNs; any region may call        (default us-east-1)
  --throttles aws|off  AWS's 2 requests a second per operation    (default aws)
  --credentials id:secret[,id:secret]
                       check signatures against these; without, any passes
  --help               this text

Point any AWS SDK or the AWS CLI at it with an endpoint URL and any credentials:
  aws connect list-instances --endpoint-url http://127.0.0.1:4401 --region us-east-1
`

/** A mistake in the flags, in words for whoever typed them. */
export class FlagError extends Error {}

/** @throws FlagError */
export function readFlags(args: readonly string[]): Flags {
  const text = parseText(args)
  const throttles = text.throttles ?? 'aws'
  if (throttles !== 'aws' && throttles !== 'off')
    throw new FlagError(`--throttles must be aws or off, not ${throttles}`)
  return {
    help: text.help ?? false,
    port: wholeNumber('port', text.port ?? '4401', 65_535),
    host: text.host ?? '127.0.0.1',
    dataDir: text['data-dir'],
    throttles,
    alias: text.alias ?? 'meridian',
    users: wholeNumber('users', text.users ?? '1200', 1_000_000),
    seed: wholeNumber('seed', text.seed ?? '1', Number.MAX_SAFE_INTEGER),
    region: text.region ?? 'us-east-1',
    credentials: readCredentials(text.credentials),
  }
}

function parseText(args: readonly string[]) {
  const string = { type: 'string' } as const
  const options = {
    help: { type: 'boolean' },
    port: string,
    host: string,
    'data-dir': string,
    throttles: string,
    alias: string,
    users: string,
    seed: string,
    region: string,
    credentials: string,
  } as const
  try {
    return parseArgs({ args: args.filter((arg) => arg !== '--'), options, strict: true }).values
  } catch (error) {
    throw new FlagError(error instanceof Error ? error.message : String(error))
  }
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > max)
    throw new FlagError(`--${name} must be a whole number from 0 to ${max}, not ${text}`)
  return value
}

function readCredentials(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').filter((pair) => pair !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const mark = pair.indexOf(':')
      if (mark < 1 || mark === pair.length - 1)
        throw new FlagError('--credentials must be id:secret pairs with commas between')
      return [pair.slice(0, mark), pair.slice(mark + 1)]
    }),
  )
}
