import { AwsError } from './aws-error.ts'
import type { OperationSchema, QueryBinding } from './operation-schemas.ts'
import type { Match } from './router.ts'

/** The parts of a request that carry input, raw. */
export interface RawInput {
  /** After the question mark, still encoded. */
  query: string
  contentType: string | undefined
  body: Buffer | undefined
}

/** Joins labels, query parameters and JSON body to one input object. Its values are not checked yet. */
export function readInput(match: Match, raw: RawInput): Record<string, unknown> {
  const input = match.schema.hasBody && raw.body?.length ? readBody(raw.body, raw.contentType) : {}
  match.labels.forEach((label, at) => {
    input[label] = decodeLabel(label, match.values[at] ?? '')
  })
  if (match.schema.query.length > 0 && raw.query) readQuery(match.schema, raw.query, input)
  return input
}

function readBody(body: Buffer, contentType: string | undefined): Record<string, unknown> {
  if (contentType && !/^application\/(json|x-amz-json-1\.1)\s*(;|$)/i.test(contentType)) {
    throw new AwsError(
      'UnsupportedMediaTypeException',
      `Content type ${contentType.slice(0, 80)} is not supported; send application/json`,
    )
  }
  const text = body.toString('utf8')
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    throw new AwsError(
      'SerializationException',
      `The body is not JSON: ${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'}`,
    )
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) {
    throw new AwsError('SerializationException', 'The body must be a JSON object')
  }
  return parsed as Record<string, unknown>
}

function decodeLabel(label: string, value: string): string {
  try {
    return value.includes('%') ? decodeURIComponent(value) : value
  } catch {
    throw new AwsError('SerializationException', `The path label ${label} is not valid percent-encoding`)
  }
}

function readQuery(schema: OperationSchema, query: string, input: Record<string, unknown>): void {
  const params = new URLSearchParams(query)
  for (const binding of schema.query) {
    if (!params.has(binding.wireName)) continue
    input[binding.member] = readQueryValue(binding, params)
  }
}

function readQueryValue({ kind, wireName }: QueryBinding, params: URLSearchParams): unknown {
  if (kind === 'list') return params.getAll(wireName)
  const text = params.get(wireName) ?? ''
  if (kind === 'string') return text
  if (kind === 'boolean') {
    if (text === 'true' || text === 'false') return text === 'true'
    throw new AwsError('SerializationException', `${wireName} must be true or false`)
  }
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new AwsError('SerializationException', `${wireName} must be a number`)
  return Number(text)
}
