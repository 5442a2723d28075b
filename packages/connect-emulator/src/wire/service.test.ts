import { DescribeUserCommand, UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { operations } from '../operations/registry.ts'
import { type RawRequest, sendBytes, sendRaw } from '../testing/raw-request.ts'
import { createPerson, startWorld, type TestWorld } from '../testing/test-world.ts'
import { operationSchemas } from './operation-schemas.ts'

/** How a request was refused. AWS names the error in a header and explains it in a JSON body (ERR-02, ERR-04). */
async function refusalOf(world: TestWorld, request: RawRequest) {
  const { status, errorType, json, requestId } = await sendRaw(world.emulator.url, request)
  expect(json?.Message).toEqual(expect.any(String))
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
  return { name: errorType, status }
}

const search = (
  body: string | Buffer,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): RawRequest => ({
  method: 'POST',
  path: '/search-users',
  headers,
  body,
})

test('the SDK gets a typed error with message and request id (ERR-03, ERR-04, WIRE-11)', async () => {
  const { client, instanceId: InstanceId } = await startWorld()
  const call = client.send(new DescribeUserCommand({ InstanceId, UserId: 'nobody' }))
  await expect(call).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'User nobody was not found',
    $fault: 'client',
    $metadata: { httpStatusCode: 404, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  })
})

test('every operation that is not emulated answers 501 and its own name', async () => {
  const world = await startWorld()
  const emulated = new Set(operations.map((operation) => operation.name))
  const others = operationSchemas.filter((schema) => !emulated.has(schema.name))
  expect(others.length + emulated.size).toBe(397)
  for (const { name, method, path } of others) {
    const answer = await sendRaw(world.emulator.url, { method, path: path.replaceAll(/\{[^}]+\}/g, 'x') })
    expect(answer).toMatchObject({
      status: 501,
      errorType: 'NotEmulated',
      json: { Message: `${name} is not emulated` },
    })
  }
})

test('on the wire an error is named in the header, bare, and explained in a JSON body (ERR-02, ERR-04)', async () => {
  const world = await startWorld()
  const answer = await sendRaw(world.emulator.url, { path: `/users/${world.instanceId}/nobody` })
  expect(answer).toMatchObject({ status: 404, errorType: 'ResourceNotFoundException' })
  expect(answer.json).toEqual({ Message: 'User nobody was not found' })
})

test('there is no operation that renames a user or sets a password (USR-04)', () => {
  const names = new Set(operationSchemas.map((schema) => schema.name))
  for (const absent of ['UpdateUsername', 'UpdateUserName', 'UpdateUserPassword', 'ResetUserPassword']) {
    expect(names.has(absent)).toBe(false)
  }
})

test.each([
  ['an unknown path', { path: '/nothing/here' }],
  ['a known path with another method', { method: 'PATCH', path: '/search-users' }],
  ['a path with one part too many', { path: '/users/a/b/c/d/e' }],
])('%s is an unknown operation (ERR-05)', async (_name, request) => {
  expect(await refusalOf(await startWorld(), request)).toEqual({ name: 'UnknownOperationException', status: 404 })
})

test.each([
  ['no signature', { authorization: '' }, 'MissingAuthenticationTokenException'],
  ['another scheme', { authorization: 'Basic Zm9vOmJhcg==' }, 'IncompleteSignatureException'],
  [
    'a signature cut short',
    { authorization: 'AWS4-HMAC-SHA256 Credential=A/20261121/us-east-1/connect/aws4_request' },
    'IncompleteSignatureException',
  ],
  ['no date', { 'x-amz-date': '' }, 'IncompleteSignatureException'],
  [
    'a scope for another service',
    {
      authorization: `AWS4-HMAC-SHA256 Credential=A/20261121/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
    },
    'InvalidSignatureException',
  ],
])('%s is refused with 403 (WIRE-02, ERR-05)', async (_name, headers, error) => {
  expect(await refusalOf(await startWorld(), { path: '/instance', headers })).toEqual({ name: error, status: 403 })
})

test('any region may call', async () => {
  const world = await startWorld()
  const authorization = `AWS4-HMAC-SHA256 Credential=A/20261121/ap-southeast-2/connect/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`
  expect((await sendRaw(world.emulator.url, { path: '/instance', headers: { authorization } })).status).toBe(200)
})

test.each([
  ['not JSON', '{"InstanceId": '],
  ['a JSON list', '[1,2]'],
  ['JSON null', 'null'],
  ['a JSON text', '"hello"'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ['a megabyte of brackets', '['.repeat(1_000_000)],
  ['a megabyte of nesting', `{"InstanceId":"x","Extra":${'['.repeat(500_000)}${']'.repeat(500_000)}`],
])('a body that is %s: SerializationException', async (_name, body) => {
  expect(await refusalOf(await startWorld(), search(body))).toEqual({ name: 'SerializationException', status: 400 })
})

test('criteria nested a thousand deep: SerializationException, not a full stack (SRCH-04)', async () => {
  const world = await startWorld()
  const criteria = `${'{"AndConditions":['.repeat(30_000)}{}${']}'.repeat(30_000)}`
  expect(await refusalOf(world, search(`{"InstanceId":"${world.instanceId}","SearchCriteria":${criteria}}`))).toEqual({
    name: 'SerializationException',
    status: 400,
  })
})

test.each([
  ['a number for a text', { InstanceId: 5 }],
  ['a text for a number', { InstanceId: 'x', MaxResults: '5' }],
  ['a fraction for a whole number', { InstanceId: 'x', MaxResults: 1.5 }],
  ['a list for an object', { InstanceId: 'x', SearchFilter: [] }],
  ['an object for a list', { InstanceId: 'x', SearchCriteria: { OrConditions: {} } }],
  ['null in a list', { InstanceId: 'x', SearchCriteria: { OrConditions: [null] } }],
])('%s: SerializationException', async (_name, body) => {
  expect(await refusalOf(await startWorld(), search(JSON.stringify(body)))).toEqual({
    name: 'SerializationException',
    status: 400,
  })
})

test('members nobody knows are ignored, __proto__ too', async () => {
  const world = await startWorld()
  const body = `{"InstanceId":"${world.instanceId}","Unknown":1,"__proto__":{"InstanceId":"x"},"constructor":{}}`
  expect((await sendRaw(world.emulator.url, search(body))).status).toBe(200)
})

test('null counts as absent (WIRE-07)', async () => {
  const world = await startWorld()
  const body = `{"InstanceId":"${world.instanceId}","NextToken":null,"SearchFilter":null}`
  expect((await sendRaw(world.emulator.url, search(body))).status).toBe(200)
  expect(await refusalOf(world, search('{"InstanceId":null}'))).toEqual({
    name: 'InvalidParameterException',
    status: 400,
  })
})

test.each(['text/plain', 'application/xml', 'application/jsonx'])('content type %s is not supported', async (type) => {
  expect(await refusalOf(await startWorld(), search('{"InstanceId":"x"}', { 'content-type': type }))).toEqual({
    name: 'UnsupportedMediaTypeException',
    status: 415,
  })
})

test('application/json with a charset is', async () => {
  const world = await startWorld()
  const request = search(`{"InstanceId":"${world.instanceId}"}`, { 'content-type': 'application/json; charset=utf-8' })
  expect((await sendRaw(world.emulator.url, request)).status).toBe(200)
})

test('an empty body is an empty object: the required member is missed, not the JSON (WIRE-06)', async () => {
  expect(await refusalOf(await startWorld(), search(''))).toEqual({ name: 'InvalidParameterException', status: 400 })
})

test('a label that is no percent-encoding: SerializationException; an empty one is missing (WIRE-04, WIRE-06)', async () => {
  const world = await startWorld()
  expect(await refusalOf(world, { path: `/users/${world.instanceId}/%E0%A4%A` })).toEqual({
    name: 'SerializationException',
    status: 400,
  })
  expect(await refusalOf(world, { path: '/users//someone' })).toEqual({
    name: 'InvalidParameterException',
    status: 400,
  })
})

test.each(['maxResults=abc', 'maxResults=', 'maxResults=1e9x'])(
  'the query %s: SerializationException',
  async (query) => {
    const world = await startWorld()
    expect(await refusalOf(world, { path: `/users-summary/${world.instanceId}?${query}` })).toEqual({
      name: 'SerializationException',
      status: 400,
    })
  },
)

test('query names are lower camel: MaxResults in capitals is not seen (WIRE-05)', async () => {
  const world = await startWorld({ users: 3 })
  const count = async (query: string) => {
    const { json } = await sendRaw(world.emulator.url, { path: `/users-summary/${world.instanceId}?${query}` })
    return (json?.UserSummaryList as unknown[] | undefined)?.length
  }
  expect(await count('maxResults=1')).toBe(1)
  expect(await count('MaxResults=1')).toBe(3)
})

test('a body of more than 8 MiB is refused while it arrives', async () => {
  const world = await startWorld()
  const answer = await sendRaw(world.emulator.url, search('x'.repeat(8 * 1024 * 1024 + 1))).catch(
    (error: NodeJS.ErrnoException) => error,
  )
  // The server may close before the client has sent all; then the client sees that instead of the answer.
  expect(answer instanceof Error ? answer.code : answer.errorType).toMatch(
    /RequestEntityTooLargeException|EPIPE|ECONNRESET/,
  )
  expect((await sendRaw(world.emulator.url, { path: '/instance' })).status).toBe(200)
})

test('a header too long and bytes that are not HTTP get an answer, and the port lives on', async () => {
  const world = await startWorld()
  const { url } = world.emulator
  expect(await sendBytes(url, `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(40_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 .*RequestHeaderFieldsTooLarge/s,
  )
  expect(await sendBytes(url, '\u0000\u0001\u0002 hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*SerializationException/s)
  expect((await sendRaw(url, { path: '/instance' })).status).toBe(200)
})

test('timestamps are numbers of seconds on the wire (WIRE-03)', async () => {
  const world = await startWorld({}, { now: () => 1_800_000_000_250 })
  const id = await createPerson(world)
  const { json } = await sendRaw(world.emulator.url, { path: `/users/${world.instanceId}/${id}` })
  expect(json).toMatchObject({ User: { LastModifiedTime: 1_800_000_000.25 } })
})

test('an operation without output answers 200 and no byte (WIRE-01)', async () => {
  const world = await startWorld()
  const id = await createPerson(world)
  const answer = await sendRaw(world.emulator.url, {
    method: 'POST',
    path: `/users/${world.instanceId}/${id}/hierarchy`,
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(answer).toMatchObject({ status: 200, text: '' })
})

test('a bound is refused before the resource is looked for', async () => {
  const { client } = await startWorld()
  const PhoneConfig = { AfterContactWorkTimeLimit: -1 }
  const call = client.send(new UpdateUserPhoneConfigCommand({ InstanceId: 'nowhere', UserId: 'nobody', PhoneConfig }))
  await expect(call).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'PhoneConfig.AfterContactWorkTimeLimit must be 0 to 2000000',
  })
})
