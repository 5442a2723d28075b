import { isUtf8 } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import express, { type Request } from 'express'
import { Fault } from './fault.ts'

const BODY_LIMIT_KIB = 256

const refuse = (message: string, cause?: unknown) =>
  new Fault('BAD_REQUEST', { fields: [{ field: 'body', message }] }, { message, cause })

/** A byte that is no UTF-8 would be read as a replacement character, and that be written into someone's name. */
function requireUtf8(bytes: Buffer, charset: string): void {
  if (charset !== 'utf-8' || !isUtf8(bytes))
    throw Object.assign(new Error('Not UTF-8'), { type: 'charset.unsupported' })
}

const parseJson = express.json({
  limit: BODY_LIMIT_KIB * 1_024,
  strict: false,
  verify: (_request, _response, bytes, charset) => requireUtf8(bytes, charset),
})

/** What body-parser says went wrong, in our words: its own can have a piece of the body in them. */
const refusals: Readonly<Record<string, string>> = {
  'entity.too.large': `The body is larger than the limit of ${BODY_LIMIT_KIB} KiB.`,
  'entity.parse.failed': 'The body is not valid JSON.',
  'encoding.unsupported': 'Send the body uncompressed, or with gzip, deflate or br.',
  'charset.unsupported': 'Send the body as UTF-8.',
}

function toFault(error: unknown): Fault {
  const { type = '' } = error as { type?: string }
  return refuse(refusals[type] ?? 'The body could not be read to its end.', error)
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The JSON object that a request brings; undefined without a body.
 * Throws BAD_REQUEST with field `body` for everything else.
 */
export async function readBody(request: IncomingMessage, response: ServerResponse): Promise<object | undefined> {
  const { 'content-length': length, 'transfer-encoding': encoding, 'content-type': type = '' } = request.headers
  const hasBody = encoding !== undefined || (length !== undefined && length !== '0')
  if (!hasBody) return undefined
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw refuse('Send the body as JSON, with the header content-type: application/json.')
  }
  if (request.method === 'GET') throw refuse('A GET request takes no body.')
  // What parses needs nothing that Express adds, and puts the body there.
  const parsed = request as Request
  await new Promise<void>((resolve, reject) => {
    parseJson(parsed, response, (error?: unknown) => (error === undefined ? resolve() : reject(toFault(error))))
  })
  const body: unknown = parsed.body
  if (!isObject(body)) throw refuse('The body has to be a JSON object.')
  return body
}

const noSuchField = (field: string) => ({ field, message: `There is no field “${field}” here.` })

/**
 * Names in the path (the instance, the id) are taken from there alone. The same name in query or body would be overruled
 * without a word, so it is as unknown as any other. Throws BAD_REQUEST naming them.
 * @param inPath their names
 */
export function requirePathOnly(inPath: ReadonlySet<string>, query: URLSearchParams, body: object = {}): void {
  // `id[x]` in a query would become an `id`, too.
  const given = [...[...query.keys()].map((key) => key.split('[')[0] ?? ''), ...Object.keys(body)]
  const fields = given.filter((name) => inPath.has(name)).map(noSuchField)
  if (fields.length > 0) throw new Fault('BAD_REQUEST', { fields }, { message: fields[0]?.message })
}

/** A write's values belong into its body; one in the query would be silently lost. Throws BAD_REQUEST naming the first. */
export function requireNoQuery(query: URLSearchParams): void {
  for (const field of query.keys()) {
    const message = 'This goes into the JSON body, not into the query.'
    throw new Fault('BAD_REQUEST', { fields: [{ field, message }] }, { message: `${field}: ${message}` })
  }
}
