import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { reservedNames } from '@patchbay/contract'
import { z } from 'zod'
import { defaultAccess, type AccessConfig } from './access/access-config.ts'
import { readAccessFile } from './access/read-access-file.ts'
import { roleArnPattern } from './connect/federation/role-arn.ts'
import { quotaSetting } from './connect/quota-setting.ts'

const isLoopbackHost = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)

const webAddress = (example: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
      error: ({ input }) => `"${String(input)}" is not a web address. Give one like ${example}.`,
    })
    .transform((value) => new URL(value))

const wholeNumber = (unit: string, { min, max }: { min: number; max: number }) =>
  z
    .string()
    .refine((value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max, {
      error: ({ input }) => `"${String(input)}" is not ${unit}. Give a whole number from ${min} to ${max}.`,
    })
    .transform(Number)

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
)

function isProxyAddress(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function isDatabaseAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, host, pathname, searchParams } = new URL(value)
  // A socket's folder is given as ?host=/run/postgresql.
  return /^postgres(ql)?:$/.test(protocol) && (host !== '' || searchParams.has('host')) && pathname.length > 1
}

const minutes = wholeNumber('a number of minutes', { min: 1, max: 10_080 })
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const variables = z.object({
  PATCHBAY_PORT: wholeNumber('a port', { min: 0, max: 65_535 }).default(4400),
  PATCHBAY_HOST: z.string().default('127.0.0.1'),
  PATCHBAY_DATA_DIR: z.string().default('.patchbay'),
  DATABASE_URL: z
    .string()
    // The value is not repeated: it has a password in it.
    .refine(isDatabaseAddress, {
      error:
        'is not the address of a PostgreSQL database. Give one like postgres://patchbay:password@db.example.com:5432/patchbay.',
    })
    .optional(),
  PATCHBAY_AUDIT_HEAD_FILE: z.string().optional(),
  PATCHBAY_AUDIT_HEAD_URL: webAddress('https://witness.example.com/patchbay')
    .refine((url) => url.protocol === 'https:' || isLoopbackHost(url.hostname), {
      error: ({ input }) => `${String(input)} is not https. Give the https address that takes the head of the trail.`,
    })
    .optional(),
  PATCHBAY_CONFIG_FILE: z.string().optional(),
  PATCHBAY_PUBLIC_URL: webAddress('https://patchbay.example.com')
    .refine((url) => url.protocol === 'https:' || isLoopbackHost(url.hostname), {
      error: ({ input }) =>
        `${String(input)} is not https. Put Patchbay behind TLS, since browsers send the session cookie over https only. Give the https address.`,
    })
    .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '', {
      error: 'Give the origin only, as in https://patchbay.example.com: Patchbay cannot be served below a path.',
    })
    .optional(),
  PATCHBAY_DEMO: z
    .enum(['0', '1'], {
      error: ({ input }) => `"${String(input)}" is not 0 or 1. Leave it out, or set it to 1 for demo sign-in.`,
    })
    .transform((value) => value === '1')
    .default(false),
  CONNECT_INSTANCES: list
    .refine((names) => !names.some((name) => reservedNames.has(name)), {
      error: ({ input }) =>
        `"${String(input)}" names an instance by an alias that is an address of Patchbay itself (${[...reservedNames].join(', ')}). Give its id instead.`,
    })
    .default([]),
  AWS_REGION: z
    .string({ error: 'is not set. Give the Region of your Amazon Connect instances, as in eu-west-2.' })
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, {
      error: ({ input }) => `"${String(input)}" is not an AWS Region. Give one as in eu-west-2.`,
    }),
  AWS_ENDPOINT_URL_CONNECT: webAddress('http://127.0.0.1:4401').optional(),
  CONNECT_FEDERATION_ROLE_ARN: z
    .string()
    .regex(roleArnPattern, {
      error: ({ input }) =>
        `"${String(input)}" is not the ARN of an IAM role. Give one as in arn:aws:iam::123456789012:role/patchbay-sign-in, or leave it out.`,
    })
    .optional(),
  AWS_ENDPOINT_URL_STS: webAddress('http://127.0.0.1:4403').optional(),
  CONNECT_PACE: z
    .enum(['aws', 'off'], {
      error: ({ input }) => `"${String(input)}" is not a pace. Give aws, or off for an emulator without throttles.`,
    })
    .default('aws'),
  CONNECT_QUOTAS: quotaSetting.default({}),
  OIDC_ISSUER: z
    .string({
      error: 'is not set. Give the address of your identity provider, as in https://login.example.com/realms/staff.',
    })
    .pipe(webAddress('https://login.example.com/realms/staff'))
    .refine((url) => url.protocol === 'https:' || isLoopbackHost(url.hostname), {
      error: ({ input }) => `${String(input)} is not https. Give the https address of your identity provider.`,
    }),
  OIDC_CLIENT_ID: z.string().default('patchbay'),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLE_CLAIM: z.string().default('roles'),
  OIDC_SCOPE: z
    .string()
    .refine((value) => value.split(' ').includes('openid'), {
      error: ({ input }) =>
        `"${String(input)}" does not have openid in it. Give scopes with spaces between them, as in openid profile.`,
    })
    .default('openid profile'),
  PATCHBAY_SESSION_IDLE_MINUTES: minutes.default(30),
  PATCHBAY_SESSION_ABSOLUTE_MINUTES: minutes.default(480),
  PATCHBAY_CLAIMS_MINUTES: minutes.default(15),
  PATCHBAY_REQUESTS_PER_SECOND: wholeNumber('a number of requests', { min: 1, max: 100_000 }).default(100),
  PATCHBAY_TRUSTED_PROXIES: list
    .refine((entries) => entries.every(isProxyAddress), {
      error:
        'has an entry that is no IP address or network. Give addresses with commas between them, as in 10.0.0.5, 10.1.0.0/16.',
    })
    .default([]),
  PATCHBAY_WEB_DIST: z.string().default(fileURLToPath(new URL('../../web/dist', import.meta.url))),
  LOG_LEVEL: z
    .enum(logLevels, {
      error: ({ input }) => `"${String(input)}" is not a log level. Give one of ${logLevels.join(', ')}.`,
    })
    .default('info'),
})
type Variables = z.output<typeof variables>

/** All that is wrong with the environment, one line a problem, each naming the variable, the fault and the way out. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

function findContradictions(read: Partial<Variables>): string[] {
  const problems: string[] = []
  const endpoint = read.AWS_ENDPOINT_URL_CONNECT
  const isEmulator = endpoint !== undefined && isLoopbackHost(endpoint.hostname)
  if (read.CONNECT_INSTANCES?.length === 0 && !isEmulator) {
    problems.push(
      'CONNECT_INSTANCES is not set. Name the aliases of the instances that Patchbay may work on, with commas between them. (Without it all instances are served, and that only from a local emulator.)',
    )
  }
  if (
    read.PATCHBAY_HOST !== undefined &&
    !isLoopbackHost(read.PATCHBAY_HOST) &&
    read.PATCHBAY_PUBLIC_URL === undefined
  ) {
    problems.push(
      `PATCHBAY_PUBLIC_URL is not set. Patchbay listens on ${read.PATCHBAY_HOST}, so give the https address that browsers use, as in https://patchbay.example.com.`,
    )
  }
  if (read.PATCHBAY_DEMO && read.PATCHBAY_HOST !== undefined && !isLoopbackHost(read.PATCHBAY_HOST)) {
    problems.push(
      `PATCHBAY_DEMO: demo sign-in needs no password, so it works only while Patchbay listens on loopback. Set PATCHBAY_HOST to 127.0.0.1 (it is ${read.PATCHBAY_HOST}), or set OIDC_ISSUER to your identity provider and leave PATCHBAY_DEMO out.`,
    )
  }
  if (read.PATCHBAY_DEMO && !isEmulator) {
    problems.push(
      `PATCHBAY_DEMO: demo sign-in needs no password, so it works only with the local Amazon Connect emulator. Set AWS_ENDPOINT_URL_CONNECT to a loopback address (it is ${endpoint?.href ?? 'not set'}), or set OIDC_ISSUER to your identity provider and leave PATCHBAY_DEMO out.`,
    )
  }
  if (read.CONNECT_PACE === 'off' && !isEmulator) {
    problems.push(
      'CONNECT_PACE: off is for a local emulator without throttles. Amazon Connect would refuse most calls, of other tools too. Leave it out.',
    )
  }
  const { PATCHBAY_SESSION_IDLE_MINUTES: idle, PATCHBAY_SESSION_ABSOLUTE_MINUTES: absolute } = read
  if (idle !== undefined && absolute !== undefined && idle > absolute) {
    problems.push(
      `PATCHBAY_SESSION_IDLE_MINUTES is ${idle}, more than PATCHBAY_SESSION_ABSOLUTE_MINUTES (${absolute}). Give the idle limit a smaller number.`,
    )
  }
  return problems
}

const publicHost = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host)

function toConfig(read: Variables, atStart: AccessConfig) {
  return {
    port: read.PATCHBAY_PORT,
    host: read.PATCHBAY_HOST,
    dataDir: read.PATCHBAY_DATA_DIR,
    /** PostgreSQL; undefined: a SQLite file in the data folder. Has a password in it: never for a log. */
    databaseUrl: read.DATABASE_URL,
    /** Where the head of the audit trail is handed to: docs/audit-trail.md. */
    auditHead: { file: read.PATCHBAY_AUDIT_HEAD_FILE, url: read.PATCHBAY_AUDIT_HEAD_URL?.href },
    /** The origin that browsers use; undefined: `http://host:port` with the port that was really taken. */
    publicUrl: read.PATCHBAY_PUBLIC_URL?.origin,
    listenHost: publicHost(read.PATCHBAY_HOST),
    isDemo: read.PATCHBAY_DEMO,
    connect: {
      region: read.AWS_REGION,
      endpoint: read.AWS_ENDPOINT_URL_CONNECT?.href,
      pace: read.CONNECT_PACE,
      quotas: read.CONNECT_QUOTAS,
      /** Undefined: nobody is signed in to Amazon Connect from here. */
      federation:
        read.CONNECT_FEDERATION_ROLE_ARN === undefined
          ? undefined
          : { roleArn: read.CONNECT_FEDERATION_ROLE_ARN, stsEndpoint: read.AWS_ENDPOINT_URL_STS?.href },
      allowedInstances: read.CONNECT_INSTANCES.length > 0 ? read.CONNECT_INSTANCES : ('all' as const),
    },
    oidc: {
      issuer: read.OIDC_ISSUER,
      clientId: read.OIDC_CLIENT_ID,
      /** Absent: a public client, which PKCE protects. */
      clientSecret: read.OIDC_CLIENT_SECRET,
      roleClaim: read.OIDC_ROLE_CLAIM,
      scope: read.OIDC_SCOPE,
    },
    /** Roles, claims and ceilings. The file is read again when it changes. */
    access: { file: read.PATCHBAY_CONFIG_FILE, atStart },
    session: {
      idleMinutes: read.PATCHBAY_SESSION_IDLE_MINUTES,
      absoluteMinutes: read.PATCHBAY_SESSION_ABSOLUTE_MINUTES,
      claimsMinutes: read.PATCHBAY_CLAIMS_MINUTES,
    },
    /** Of one person, or of one address before sign-in; six times as many may come at once. */
    requestsPerSecond: read.PATCHBAY_REQUESTS_PER_SECOND,
    trustedProxies: read.PATCHBAY_TRUSTED_PROXIES,
    webDist: read.PATCHBAY_WEB_DIST,
    logLevel: read.LOG_LEVEL,
  }
}
export type Config = ReturnType<typeof toConfig>

/**
 * Reads the server's settings. An empty variable counts as not set, as shells and compose files produce them.
 * Throws `ConfigError` with everything that is wrong, not just the first.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const problems: string[] = []
  const read: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(variables.shape)) {
    const result = schema.safeParse(environment[name]?.trim() || undefined)
    if (result.success) read[name] = result.data
    else
      problems.push(...result.error.issues.slice(0, 1).map(({ message }) => `${name}${separator(message)}${message}`))
  }
  problems.push(...findContradictions(read))
  const file = (read as Partial<Variables>).PATCHBAY_CONFIG_FILE
  const { access = defaultAccess, problems: inFile = [] } = file === undefined ? {} : readAccessFile(file)
  problems.push(...inFile.map((problem) => `PATCHBAY_CONFIG_FILE: ${problem}`))
  if (problems.length > 0) throw new ConfigError(problems)
  // Each value came out of the schema of its name.
  return toConfig(read as Variables, access)
}

/** "NAME is not set." reads on from the name, every other message is a sentence of its own. */
function separator(message: string): string {
  return /^(is|has) /.test(message) ? ' ' : ': '
}
