import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Row } from './state/table.ts'
import { AwsError } from './wire/aws-error.ts'

/** AWS documents that a token lives 24 hours (CONS-05). */
const TOKEN_LIFETIME_MILLISECONDS = 24 * 60 * 60 * 1000
const HASH_BYTES = 16
const TOKEN_BYTES = 8 + 8 + HASH_BYTES + HASH_BYTES
// Tokens need to be tamper-evident, not secret, and must outlive a restart of the emulator.
const SIGNING_KEY = 'connect-emulator page token'

export interface PageRequest {
  NextToken?: string | undefined
  MaxResults?: number | undefined
}

export interface Page<R> {
  items: R[]
  nextToken: string | undefined
}

/** The page size where a request names none; documented for most List operations, assumed for the others. */
const DEFAULT_PAGE_SIZE = 100

/**
 * Cuts one page out of rows in order of creation. The token names the last row given, so that writes between two pages
 * neither repeat nor skip a row.
 * @throws AwsError InvalidToken (400) for a token that is foreign, altered, expired or of another query
 */
export function pageOfRows<R extends Row>(
  operation: string,
  rows: Iterable<R>,
  request: PageRequest,
  now: number,
): Page<R> {
  const after = request.NextToken === undefined ? -1 : readToken(operation, request, now)
  const size = request.MaxResults ?? DEFAULT_PAGE_SIZE
  const items: R[] = []
  for (const row of rows) {
    if (row.seq <= after) continue
    if (items.length === size) return { items, nextToken: writeToken(operation, request, items.at(-1)?.seq ?? 0, now) }
    items.push(row)
  }
  return { items, nextToken: undefined }
}

/** Cuts one page out of a list without row identity (permissions, tags, …); the token names the position. */
export function pageOfList<T>(operation: string, list: readonly T[], request: PageRequest, now: number): Page<T> {
  const from = request.NextToken === undefined ? 0 : readToken(operation, request, now)
  const to = from + (request.MaxResults ?? DEFAULT_PAGE_SIZE)
  return {
    items: list.slice(from, to),
    nextToken: to < list.length ? writeToken(operation, request, to, now) : undefined,
  }
}

function writeToken(operation: string, request: PageRequest, position: number, now: number): string {
  const token = Buffer.alloc(TOKEN_BYTES)
  token.writeDoubleBE(position, 0)
  token.writeDoubleBE(now + TOKEN_LIFETIME_MILLISECONDS, 8)
  queryHash(operation, request).copy(token, 16)
  sign(token).copy(token, 16 + HASH_BYTES)
  return token.toString('base64url')
}

function readToken(operation: string, request: PageRequest, now: number): number {
  const token = Buffer.from(request.NextToken ?? '', 'base64url')
  const genuine =
    token.length === TOKEN_BYTES &&
    timingSafeEqual(sign(token), token.subarray(16 + HASH_BYTES)) &&
    queryHash(operation, request).equals(token.subarray(16, 16 + HASH_BYTES))
  if (!genuine) throw new AwsError('InvalidToken', 'The NextToken does not belong to this request')
  if (token.readDoubleBE(8) < now) throw new AwsError('InvalidToken', 'The NextToken has expired')
  return token.readDoubleBE(0)
}

/** A token is good only with all other arguments unchanged (CONS-05). */
function queryHash(operation: string, request: PageRequest): Buffer {
  const { NextToken: _, ...query } = request
  return createHash('sha256')
    .update(`${operation} ${JSON.stringify(query)}`)
    .digest()
    .subarray(0, HASH_BYTES)
}

function sign(token: Buffer): Buffer {
  return createHmac('sha256', SIGNING_KEY)
    .update(token.subarray(0, 16 + HASH_BYTES))
    .digest()
    .subarray(0, HASH_BYTES)
}
