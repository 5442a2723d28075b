import {
  type ConnectClient,
  DescribeUserCommand,
  ListInstancesCommand,
  ListUsersCommand,
  SearchUsersCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-connect'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator, type Emulator } from '../index.ts'
import { sendRaw } from '../testing/raw-request.ts'
import { awsError, clientOf } from '../testing/test-world.ts'

const KEY = 'AKIAREAL'
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'

async function startChecked(now: () => number = Date.now): Promise<{ emulator: Emulator; client: ConnectClient }> {
  const emulator = await createEmulator({ credentials: { [KEY]: SECRET }, now })
  const client = clientOf(emulator, KEY, SECRET)
  onTestFinished(async () => {
    client.destroy()
    await emulator.close()
  })
  return { emulator, client }
}

test('takes what the SDK signs with the right secret: query, body, ARN in the path, repeated parameters (WIRE-02)', async () => {
  const { emulator, client } = await startChecked()
  const { instanceId: InstanceId, arn: resourceArn } = await emulator.createInstance({ users: 3 })
  await client.send(new ListInstancesCommand({}))
  const { NextToken, UserSummaryList } = await client.send(new ListUsersCommand({ InstanceId, MaxResults: 1 }))
  await client.send(new ListUsersCommand({ InstanceId, MaxResults: 1, NextToken }))
  await client.send(new DescribeUserCommand({ InstanceId, UserId: UserSummaryList?.[0]?.Id }))
  await client.send(new SearchUsersCommand({ InstanceId }))
  await client.send(new TagResourceCommand({ resourceArn, tags: { 'Größe +/=': '(x) *!' } }))
  await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['b', 'a', 'Größe +/='] }))
  expect(emulator.listCalls().every((call) => call.status === 200)).toBe(true)
})

test('takes any tag and any key that an SDK can sign', async () => {
  const { emulator, client } = await startChecked()
  const { arn: resourceArn } = await emulator.createInstance()
  const key = fc.stringMatching(/^[a-zA-Zäß漢 _.:/=+@-]{1,20}$/).filter((text) => !text.startsWith('aws:'))
  await fc.assert(
    fc.asyncProperty(key, fc.string({ maxLength: 20, unit: 'grapheme' }), async (name, value) => {
      await client.send(new TagResourceCommand({ resourceArn, tags: { [name]: value } }))
      const { $metadata } = await client.send(new UntagResourceCommand({ resourceArn, tagKeys: [name] }))
      expect($metadata.httpStatusCode).toBe(200)
    }),
    { numRuns: 40 },
  )
})

test('a wrong secret: InvalidSignatureException', async () => {
  const { emulator } = await startChecked()
  const client = clientOf(emulator, KEY, 'another')
  await expect(client.send(new ListInstancesCommand({}))).rejects.toMatchObject(
    awsError('InvalidSignatureException', 403),
  )
})

test('an unknown access key: UnrecognizedClientException', async () => {
  const { emulator } = await startChecked()
  const client = clientOf(emulator, 'AKIAOTHER', SECRET)
  await expect(client.send(new ListInstancesCommand({}))).rejects.toMatchObject(
    awsError('UnrecognizedClientException', 403),
  )
})

test('a body or path altered after signing: InvalidSignatureException', async () => {
  const { emulator, client } = await startChecked()
  const { instanceId: InstanceId } = await emulator.createInstance()
  const captured: { path: string; method: string; headers: Record<string, string>; body: Uint8Array }[] = []
  client.middlewareStack.add(
    (next) => (args) => {
      captured.push(args.request as (typeof captured)[number])
      return next(args)
    },
    { step: 'finalizeRequest', priority: 'low' },
  )
  await client.send(new SearchUsersCommand({ InstanceId }))
  const [sent] = captured
  if (!sent) throw new Error('The SDK sent nothing')
  const { method, path } = sent
  const body = new TextDecoder().decode(sent.body)
  const { 'content-length': _, ...headers } = sent.headers
  expect(await sendRaw(emulator.url, { method, path, headers, body })).toMatchObject({ status: 200 })
  for (const change of [{ body: body.replace('{', '{ ') }, { path: `${path}?x=1` }, { method: 'PUT' }]) {
    const answer = await sendRaw(emulator.url, { method, path, headers, body, ...change })
    expect(answer.errorType).toMatch(/^(InvalidSignatureException|UnknownOperationException)$/)
  }
})

test.each([
  ['six minutes behind', 6, 'Signature expired'],
  ['six minutes ahead', -6, 'Signature not yet current'],
])('a signer whose clock is %s is refused', async (_name, minutes, message) => {
  const { client } = await startChecked(() => Date.now() + minutes * 60_000)
  await expect(client.send(new ListInstancesCommand({}))).rejects.toMatchObject({
    ...awsError('InvalidSignatureException', 403),
    message: expect.stringContaining(message),
  })
})

test('four minutes either way are fine', async () => {
  for (const minutes of [4, -4]) {
    const { client } = await startChecked(() => Date.now() + minutes * 60_000)
    await expect(client.send(new ListInstancesCommand({}))).resolves.toBeDefined()
  }
})
