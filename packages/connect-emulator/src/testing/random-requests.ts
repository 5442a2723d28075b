import fc from 'fast-check'
import { operationBounds } from '../bounds/check-bounds.ts'
import { operations } from '../operations/registry.ts'
import { type OperationSchema, operationSchemas } from '../wire/operation-schemas.ts'
import { createRouter } from '../wire/router.ts'
import { boundCases } from './bound-cases.ts'
import type { RawAnswer, RawRequest } from './raw-request.ts'

const route = createRouter(operationSchemas)
const emulated = new Set(operations.map((operation) => operation.name))
const schemas = operationSchemas.filter((schema) => emulated.has(schema.name))
const inputs = new Map(schemas.map(({ name }) => [name, [{}, ...boundCases(name).map((one) => one.input)]]))

/** Of all there are. `unit: 'binary'` makes a table of them first, which takes a second. */
const anyCharacter = fc.integer({ min: 0, max: 0x10_ff_ff }).map((point) => String.fromCodePoint(point))
const strangeText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 40 }),
  fc.constantFrom(
    '',
    '..',
    '%',
    '%zz',
    '\u0000',
    '__proto__',
    'constructor',
    'toString',
    'fault-drop',
    'null',
    '9'.repeat(400),
    '🙂'.repeat(60),
  ),
)
const strangeValue = fc.oneof(
  strangeText,
  fc.jsonValue({ maxDepth: 4 }),
  fc.double(),
  fc.constant([[[]]]),
  fc.constant({ __proto__: 1 }),
)
const strangeHeaders = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  fc.constantFrom<Record<string, string>>(
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=latin1' },
    { authorization: '' },
    { authorization: 'AWS4-HMAC-SHA256' },
    { 'x-amz-date': 'yesterday' },
    { 'x-amzn-requestid': 'mine', 'x-http-method-override': 'DELETE' },
  ),
)

/** Requests that are almost right: an operation's own input with one thing in it replaced, aimed at a real instance or at none. */
function almostRight(instanceId: string): fc.Arbitrary<RawRequest> {
  return fc
    .record({
      schema: fc.constantFrom(...schemas),
      pick: fc.nat(),
      replace: fc.option(fc.tuple(fc.nat(), strangeValue), { freq: 3 }),
      real: fc.boolean(),
      headers: strangeHeaders,
    })
    .map(({ schema, pick, replace, real, headers }) => {
      const choices = inputs.get(schema.name) ?? [{}]
      const input: Record<string, unknown> = structuredClone(choices[pick % choices.length] ?? {})
      if (real && schema.path.includes('{InstanceId}')) input.InstanceId = instanceId
      const members = Object.keys(input)
      const member = replace === null ? undefined : members[replace[0] % Math.max(members.length, 1)]
      if (replace && member !== undefined) input[member] = replace[1]
      return toRequest(schema, input, headers)
    })
}

function toRequest(
  schema: OperationSchema,
  input: Record<string, unknown>,
  headers: Record<string, string>,
): RawRequest {
  const path = schema.path.replaceAll(/\{(\w+)\}/g, (_, label: string) =>
    encodeURIComponent(wellFormed(textOf(input[label]))),
  )
  const query = new URLSearchParams(
    schema.query
      .filter(({ member }) => member in input)
      .map(({ member, wireName }) => [wireName, textOf(input[member])]),
  )
  return {
    method: schema.method,
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    headers: { 'content-type': 'application/json', ...headers },
    ...(schema.hasBody ? { body: JSON.stringify(input) } : {}),
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

function wellFormed(text: string): string {
  return text.toWellFormed()
}

const garbage: fc.Arbitrary<RawRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
  path: fc.webPath().map((path) => `/${path}`),
  headers: strangeHeaders,
  body: fc.oneof(
    fc.string(),
    fc.json(),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  ),
})

const deep: fc.Arbitrary<RawRequest> = fc.integer({ min: 1, max: 20_000 }).map((depth) => ({
  method: 'POST',
  path: '/search-users',
  headers: { 'content-type': 'application/json' },
  body: `{"InstanceId":"x","SearchCriteria":${'{"OrConditions":['.repeat(depth)}${']}'.repeat(depth)}}`,
}))

/** What no SDK sends, and what one might send by mistake. */
export function randomRequest(instanceId: string): fc.Arbitrary<RawRequest> {
  return fc.oneof(
    { weight: 20, arbitrary: almostRight(instanceId) },
    { weight: 4, arbitrary: garbage },
    { weight: 1, arbitrary: deep },
  )
}

/**
 * What is wrong with an answer: AWS always names its refusals, and the emulator never fails by itself. Only a request with
 * the sentinel `fault-drop` in it may go unanswered.
 */
export function faultOf(request: RawRequest, answer: RawAnswer | Error): string | undefined {
  if (answer instanceof Error) return JSON.stringify(request).includes('fault-drop') ? undefined : answer.message
  const { status, errorType, json, requestId } = answer
  if (status === 200) return requestId ? undefined : '200 without a request id'
  if (status >= 500 && status !== 501) return `${status} ${errorType}`
  if (!errorType) return `${status} without an error name`
  if (!mayAnswer(request, errorType)) return `${request.method} ${request.path} does not list ${errorType}`
  if (request.method !== 'HEAD' && typeof json?.Message !== 'string') return `${status} ${errorType} without a message`
  return undefined
}

/** Names that any operation may answer, whether its page lists them or not (ERR-05, CONS-05), and SRCH-06's. */
const GENERAL = new Set([
  'AccessDeniedException',
  'IncompleteSignatureException',
  'InvalidToken',
  'MissingAuthenticationTokenException',
  'NotEmulated',
  'SerializationException',
  'UnknownOperationException',
  'UnsupportedMediaTypeException',
])

function mayAnswer({ method = 'GET', path = '' }: RawRequest, errorType: string): boolean {
  if (GENERAL.has(errorType)) return true
  const match = route(method, path.split('?')[0] ?? '')
  return match !== undefined && (operationBounds[match.schema.name]?.errors.includes(errorType) ?? false)
}
