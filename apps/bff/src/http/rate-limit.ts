import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { CompiledQuery } from 'kysely'
import proxyAddr from 'proxy-addr'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Store } from '../store/store.ts'
import { Fault } from './fault.ts'

/** Opening a screen sends a handful of requests at once; over this many seconds it evens out. */
const WINDOW_SECONDS = 6

export interface RateLimit {
  /**
   * Counts one request, of its person or, as long as nobody knows who it is, of the address it came from. Throws
   * TOO_MANY_REQUESTS, with the seconds to wait.
   */
  require(request: IncomingMessage, personId?: string): Promise<void>
}

interface Limits {
  /** Of one person or address. */
  readonly requestsPerSecond: number
  /** Whose word is taken for where a request came from. */
  readonly trustedProxies: readonly string[]
}

/** What the limiter needs of a `pg` client, over the connections that are there already. */
function toClient(database: Store['database']) {
  return {
    query: ({ text, values }: { text: string; values: readonly unknown[] }) =>
      database.executeQuery(CompiledQuery.raw(text, [...values])),
  }
}

/** Replicas on one PostgreSQL count together, for one statement a request; who is over the limit costs not even that. */
export function createRateLimit(
  { requestsPerSecond, trustedProxies }: Limits,
  { dialect, database }: Store,
): RateLimit {
  const isTrusted = proxyAddr.compile([...trustedProxies])
  const points = requestsPerSecond * WINDOW_SECONDS
  const limit = { points, duration: WINDOW_SECONDS, keyPrefix: '' }
  const limiter =
    dialect === 'postgres'
      ? new RateLimiterPostgres({
          ...limit,
          storeClient: toClient(database),
          storeType: 'client',
          tableName: 'request_limits',
          tableCreated: true,
          inMemoryBlockOnConsumed: points + 1,
        })
      : new RateLimiterMemory(limit)
  return {
    async require(request, personId) {
      const who = personId === undefined ? addressOf(proxyAddr(request, isTrusted)) : `person ${personId}`
      try {
        await limiter.consume(who)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
        throw new Fault(
          'TOO_MANY_REQUESTS',
          { retryAfterSeconds },
          { message: `Too many requests. Wait ${retryAfterSeconds} seconds and try again.` },
        )
      }
    },
  }
}

/** One customer has a whole /64 of IPv6 and would have 2^64 names. */
export function addressOf(ip = ''): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return `address ${plain}`
  const [head = '', tail = ''] = (plain.split('%')[0] ?? '').split('::')
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = Array.from({ length: 8 - (before?.length ?? 0) - (after?.length ?? 0) }, () => '0')
  const network = [...(before ?? []), ...(plain.includes('::') ? zeros : []), ...(after ?? [])].slice(0, 4)
  return `network ${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}`
}
