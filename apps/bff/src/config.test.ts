import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const real = {
  AWS_REGION: 'eu-west-2',
  CONNECT_INSTANCES: 'meridian, harbour',
  OIDC_ISSUER: 'https://login.example.com/realms/staff',
}
const demo = {
  AWS_REGION: 'eu-west-2',
  AWS_ENDPOINT_URL_CONNECT: 'http://127.0.0.1:4401',
  OIDC_ISSUER: 'http://127.0.0.1:4402',
  PATCHBAY_DEMO: '1',
}

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('readConfig', () => {
  it('needs no more than Region, instances and issuer', () => {
    expect(readConfig(real)).toMatchObject({
      port: 4400,
      host: '127.0.0.1',
      dataDir: '.patchbay',
      publicUrl: undefined,
      isDemo: false,
      connect: { region: 'eu-west-2', endpoint: undefined, allowedInstances: ['meridian', 'harbour'] },
      oidc: { clientId: 'patchbay', clientSecret: undefined, roleClaim: 'roles', scope: 'openid profile' },
      session: { idleMinutes: 30, absoluteMinutes: 480, claimsMinutes: 15 },
      requestsPerSecond: 100,
      trustedProxies: [],
      logLevel: 'info',
    })
  })

  it('serves every instance of a local emulator, and takes demo sign-in there', () => {
    expect(readConfig(demo)).toMatchObject({ isDemo: true, connect: { allowedInstances: 'all' } })
    expect(readConfig({ ...demo, PATCHBAY_HOST: '::1' }).listenHost).toBe('[::1]')
  })

  it('takes quotas that AWS raised', () => {
    const { connect } = readConfig({ ...real, CONNECT_QUOTAS: 'DescribeUser=10/20, SearchUsers = 2.5/5,' })
    expect(connect.quotas).toEqual({
      DescribeUser: { ratePerSecond: 10, burst: 20 },
      SearchUsers: { ratePerSecond: 2.5, burst: 5 },
    })
    expect(readConfig(real).connect.quotas).toEqual({})
  })

  it.each([
    'postgres://p:w@db:5432/patchbay?sslmode=verify-full',
    'postgresql://db/p',
    'postgres:///p?host=/run/postgresql',
  ])('takes %s for a database', (address) =>
    expect(readConfig({ ...real, DATABASE_URL: address }).databaseUrl).toBe(address),
  )

  it('takes the public address as an origin', () => {
    const config = readConfig({
      ...real,
      PATCHBAY_HOST: '0.0.0.0',
      PATCHBAY_PUBLIC_URL: 'https://patchbay.example.com/',
    })
    expect(config.publicUrl).toBe('https://patchbay.example.com')
  })

  it('counts an empty variable as not set', () => {
    expect(readConfig({ ...real, PATCHBAY_PORT: '', LOG_LEVEL: '  ', OIDC_CLIENT_SECRET: '' })).toMatchObject({
      port: 4400,
      logLevel: 'info',
      oidc: { clientSecret: undefined },
    })
  })

  it.each([
    ['PATCHBAY_PORT', '65536', '"65536" is not a port'],
    ['PATCHBAY_PORT', '44o0', '"44o0" is not a port'],
    ['PATCHBAY_PORT', '-1', '"-1" is not a port'],
    ['PATCHBAY_PUBLIC_URL', 'patchbay.example.com', 'is not a web address'],
    ['PATCHBAY_PUBLIC_URL', 'http://patchbay.example.com', 'is not https'],
    ['PATCHBAY_PUBLIC_URL', 'https://example.com/patchbay', 'Give the origin only'],
    ['DATABASE_URL', 'mysql://patchbay:s3cret@db/patchbay', 'is not the address of a PostgreSQL database'],
    ['DATABASE_URL', 'postgres://patchbay:s3cret@db', 'is not the address of a PostgreSQL database'],
    ['DATABASE_URL', 'db.example.com', 'is not the address of a PostgreSQL database'],
    ['PATCHBAY_DEMO', 'yes', '"yes" is not 0 or 1'],
    ['AWS_REGION', 'Ireland', '"Ireland" is not an AWS Region'],
    ['AWS_ENDPOINT_URL_CONNECT', 'localhost:4401', 'is not a web address'],
    ['OIDC_ISSUER', 'login', '"login" is not a web address'],
    ['OIDC_ISSUER', 'http://login.example.com', 'is not https'],
    ['OIDC_SCOPE', 'profile', 'does not have openid in it'],
    ['PATCHBAY_SESSION_IDLE_MINUTES', '0', 'is not a number of minutes'],
    ['PATCHBAY_SESSION_IDLE_MINUTES', '481', 'more than PATCHBAY_SESSION_ABSOLUTE_MINUTES (480)'],
    ['PATCHBAY_SESSION_ABSOLUTE_MINUTES', '8h', '"8h" is not a number of minutes'],
    ['PATCHBAY_CLAIMS_MINUTES', '0', 'is not a number of minutes'],
    ['PATCHBAY_REQUESTS_PER_SECOND', '0', 'is not a number of requests'],
    ['CONNECT_INSTANCES', 'meridian,changes', 'an address of Patchbay itself'],
    ['CONNECT_INSTANCES', 'roles', 'Give its id instead'],
    ['CONNECT_FEDERATION_ROLE_ARN', 'patchbay-sign-in', 'is not the ARN of an IAM role'],
    ['CONNECT_PACE', 'fast', 'is not a pace'],
    ['CONNECT_PACE', 'off', 'is for a local emulator'],
    ['CONNECT_QUOTAS', 'DescribeUser=10', '"DescribeUser=10" is not a quota'],
    ['CONNECT_QUOTAS', 'SearchUsers=5/10, DescribeUser=0/20', '"DescribeUser=0/20" is not a quota'],
    ['CONNECT_QUOTAS', 'GetMetricData=5/8', 'Patchbay does not call GetMetricData'],
    ['CONNECT_QUOTAS', 'SearchUsers=5/10,SearchUsers=6/10', 'SearchUsers is there twice'],
    ['PATCHBAY_TRUSTED_PROXIES', '10.0.0.1, proxy', 'has an entry that is no IP address or network'],
    ['PATCHBAY_TRUSTED_PROXIES', '10.0.0.0/33', 'has an entry that is no IP address or network'],
    ['LOG_LEVEL', 'loud', '"loud" is not a log level'],
  ])('names %s=%s, its fault and a way out, in one line', (name, value, fault) => {
    const [problem, ...more] = problemsOf({ ...real, [name]: value })
    expect(more).toEqual([])
    expect(problem).toMatch(new RegExp(`^${name}(:| is| has)`))
    expect(problem).toContain(fault)
    expect(problem).toMatch(/(Give|Set|Leave) .*\.$/)
    expect(problem).not.toContain('\n')
    expect(problem).not.toContain('s3cret')
  })

  it.each(['AWS_REGION', 'CONNECT_INSTANCES', 'OIDC_ISSUER'] as const)('misses %s', (name) => {
    expect(problemsOf({ ...real, [name]: undefined })).toEqual([expect.stringMatching(`^${name} is not set\\. `)])
  })

  it('takes networks and both kinds of addresses as proxies', () => {
    const config = readConfig({ ...real, PATCHBAY_TRUSTED_PROXIES: '10.0.0.1,10.1.0.0/16,,2001:db8::/32' })
    expect(config.trustedProxies).toEqual(['10.0.0.1', '10.1.0.0/16', '2001:db8::/32'])
  })

  it('lists all problems at once', () => {
    const problems = problemsOf({ PATCHBAY_PORT: 'x', LOG_LEVEL: 'loud', AWS_REGION: 'mars' })
    expect(problems.map((problem) => /^[A-Z_]+/.exec(problem)?.[0])).toEqual([
      'PATCHBAY_PORT',
      'AWS_REGION',
      'OIDC_ISSUER',
      'LOG_LEVEL',
      'CONNECT_INSTANCES',
    ])
  })

  it('wants the address that browsers use where it listens for others', () => {
    expect(problemsOf({ ...real, PATCHBAY_HOST: '0.0.0.0' })).toEqual([
      expect.stringContaining('PATCHBAY_PUBLIC_URL is not set. Patchbay listens on 0.0.0.0'),
    ])
  })
})

describe('demo sign-in', () => {
  it('is refused where others can reach it', () => {
    const problems = problemsOf({ ...demo, PATCHBAY_HOST: '0.0.0.0', PATCHBAY_PUBLIC_URL: 'https://p.example.com' })
    expect(problems).toEqual([expect.stringMatching(/^PATCHBAY_DEMO: .*listens on loopback.*it is 0\.0\.0\.0/)])
  })

  it.each([undefined, 'https://connect.eu-west-2.amazonaws.com', 'http://192.168.0.7:4401'])(
    'is refused at a Connect that is no local emulator (%s)',
    (endpoint) => {
      const problems = problemsOf({ ...demo, CONNECT_INSTANCES: 'meridian', AWS_ENDPOINT_URL_CONNECT: endpoint })
      expect(problems).toEqual([expect.stringMatching(/^PATCHBAY_DEMO: .*only with the local Amazon Connect emulator/)])
    },
  )

  it('is not fooled by a host that only begins like loopback', () => {
    const endpoint = 'http://127.0.0.1.evil.example:4401'
    expect(problemsOf({ ...demo, AWS_ENDPOINT_URL_CONNECT: endpoint, CONNECT_INSTANCES: 'm' })).toHaveLength(1)
  })
})
