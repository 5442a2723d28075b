import { isUtf8 } from 'node:buffer'
import express, { type Request, type Response } from 'express'
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

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a JSON object into `request.body`; a request without a body is left alone.
 * Throws BAD_REQUEST with field `body` for everything else.
 */
export async function readBody(request: Request, response: Response): Promise<void> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  const hasBody = encoding !== undefined || (length !== undefined && length !== '0')
  if (!hasBody) return
  if (!request.is('application/json')) {
    throw refuse('Send the body as JSON, with the header content-type: application/json.')
  }
  if (request.method === 'GET') throw refuse('A GET request takes no body.')
  await new Promise<void>((resolve, reject) => {
    parseJson(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(toFault(error))))
  })
  if (!isObject(request.body)) throw refuse('The body has to be a JSON object.')
}

const noSuchField = (field: string) => ({ field, message: `There is no field “${field}” here.` })

/**
 * Names in the path (the instance, the id) are taken from there alone. The same name in query or body would be overruled
 * without a word, so it is as unknown as any other. Throws BAD_REQUEST naming them.
 * @param inPath their names
 */
export function requirePathOnly(inPath: ReadonlySet<string>, request: Request): void {
  // `id[x]` in a query would become an `id`, too.
  const given = [
    ...Object.keys(request.query).map((key) => key.split('[')[0] ?? ''),
    ...Object.keys(request.body ?? {}),
  ]
  const fields = given.filter((name) => inPath.has(name)).map(noSuchField)
  if (fields.length > 0) throw new Fault('BAD_REQUEST', { fields }, { message: fields[0]?.message })
}

/** A write's values belong into its body; one in the query would be silently lost. Throws BAD_REQUEST naming the first. */
export function requireNoQuery(request: Request): void {
  const [key] = request.method === 'GET' ? [] : Object.keys(request.query)
  if (key !== undefined) {
    const message = 'This goes into the JSON body, not into the query.'
    throw new Fault('BAD_REQUEST', { fields: [{ field: key, message }] }, { message: `${key}: ${message}` })
  }
}
