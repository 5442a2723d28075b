import {
  DescribeUserCommand,
  GetCurrentUserDataCommand,
  ListInstancesCommand,
  ListUsersCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { sendRaw } from '../testing/raw-request.ts'
import { createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

async function control(
  world: TestWorld,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const init: RequestInit = { method, headers }
  if (body !== undefined) init.body = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await fetch(`${world.emulator.url}/_emulator/${path}`, init)
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}

test('health', async () => {
  expect(await control(await startWorld(), 'GET', 'health')).toEqual({ status: 200, json: { status: 'ok' } })
})

test('creates an instance from a seed', async () => {
  const world = await startWorld()
  const { status, json } = await control(world, 'POST', 'instances', { alias: 'owls', seed: 7, users: 12 })
  expect(status).toBe(201)
  expect(json).toEqual({
    alias: 'owls',
    instanceId: expect.any(String),
    arn: `arn:aws:connect:us-east-1:123456789012:instance/${String(json.instanceId)}`,
  })
  const { UserSummaryList } = await world.client.send(new ListUsersCommand({ InstanceId: String(json.instanceId) }))
  expect(UserSummaryList).toHaveLength(12)
  expect(await control(world, 'POST', 'instances', { alias: 'owls' })).toMatchObject({
    status: 409,
    json: { error: 'DuplicateResourceException' },
  })
})

test('a body is not needed to create one', async () => {
  expect(await control(await startWorld(), 'POST', 'instances')).toMatchObject({
    status: 201,
    json: { alias: expect.stringMatching(/^instance-/) },
  })
})

test.each([
  { users: -1 },
  { users: 1.5 },
  { users: 'many' },
  { alias: 'not an alias!' },
  { alias: 'd-1' },
  { seed: 0.5 },
  { identityManagementType: 'LDAP' },
  { quotas: { users: -1 } },
])('refuses the spec %o, naming the fault', async (spec) => {
  const { status, json } = await control(await startWorld(), 'POST', 'instances', spec)
  expect(status).toBe(400)
  expect(json.message).toMatch(/must be|takes/)
})

test('lists calls by instance and operation: name, time, status, duration, error', async () => {
  const world = await startWorld({}, { now: () => Date.parse('2026-11-21T10:00:00Z') })
  const { client, instanceId: InstanceId } = world
  await outcomeOf(client.send(new DescribeUserCommand({ InstanceId, UserId: 'nobody' })))
  await outcomeOf(client.send(new SearchUsersCommand({ InstanceId })))
  await outcomeOf(client.send(new DescribeUserCommand({ InstanceId: 'nowhere', UserId: 'nobody' })))
  const { json } = await control(world, 'GET', `calls?instanceId=${InstanceId}&operation=DescribeUser`)
  expect(json.calls).toEqual([
    {
      operation: 'DescribeUser',
      at: '2026-11-21T10:00:00.000Z',
      status: 404,
      durationMs: expect.any(Number),
      instanceId: InstanceId,
      requestId: expect.any(String),
      errorName: 'ResourceNotFoundException',
    },
  ])
  expect((await control(world, 'GET', `calls?instanceId=${InstanceId}&operation=SearchUsers`)).json.calls).toHaveLength(
    1,
  )
  expect((await control(world, 'GET', 'calls?operation=DescribeUser')).json.calls).toHaveLength(2)
})

test('sets and clears faults', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const list = () => outcomeOf(client.send(new ListUsersCommand({ InstanceId })))
  await control(world, 'POST', 'faults', {
    operation: 'ListUsers',
    instanceId: InstanceId,
    error: 'AccessDeniedException',
  })
  expect(await list()).toBe('AccessDeniedException')
  await control(world, 'DELETE', 'faults?instanceId=another')
  expect(await list()).toBe('AccessDeniedException')
  await control(world, 'DELETE', 'faults')
  expect(await list()).toBe('ok')
  expect((await control(world, 'POST', 'faults', { operation: 5 })).status).toBe(400)
})

test('switches throttles', async () => {
  const world = await startWorld()
  await control(world, 'PUT', 'throttles', { mode: 'aws' })
  const outcomes = []
  for (let at = 0; at < 6; at++) outcomes.push(await outcomeOf(world.client.send(new ListInstancesCommand({}))))
  expect(outcomes).toContain('ThrottlingException')
  await control(world, 'PUT', 'throttles', { mode: 'off' })
  expect(await outcomeOf(world.client.send(new ListInstancesCommand({})))).toBe('ok')
  expect((await control(world, 'PUT', 'throttles', { mode: 'slow' })).status).toBe(400)
})

test('stops, sets, moves and starts the clock', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  await control(world, 'PUT', 'clock', { stop: true, now: '2030-01-01T00:00:00Z' })
  const { json } = await control(world, 'PUT', 'clock', { advanceSeconds: 90 })
  expect(json.now).toBe('2030-01-01T00:01:30.000Z')
  const UserId = await createPerson(world)
  const { User } = await client.send(new DescribeUserCommand({ InstanceId, UserId }))
  expect(User?.LastModifiedTime).toEqual(new Date('2030-01-01T00:01:30Z'))
  const started = await control(world, 'PUT', 'clock', { stop: false })
  expect(Date.parse(String(started.json.now))).toBeGreaterThanOrEqual(Date.parse('2030-01-01T00:01:30Z'))
  for (const wrong of [{ now: 'noon' }, { now: 5 }, { advanceSeconds: 'x' }, { stop: 'yes' }]) {
    expect((await control(world, 'PUT', 'clock', wrong)).status).toBe(400)
  }
})

test('sets the search lag', async () => {
  const world = await startWorld()
  await control(world, 'PUT', 'search-lag', { seconds: 3600, describeAfterCreate: true })
  const UserId = await createPerson(world)
  const { client, instanceId: InstanceId } = world
  expect((await client.send(new SearchUsersCommand({ InstanceId }))).ApproximateTotalCount).toBe(0)
  expect(await outcomeOf(client.send(new DescribeUserCommand({ InstanceId, UserId })))).toBe(
    'ResourceNotFoundException',
  )
  await control(world, 'PUT', 'search-lag', { seconds: 0 })
  expect((await client.send(new SearchUsersCommand({ InstanceId }))).ApproximateTotalCount).toBe(1)
  for (const wrong of [{}, { seconds: -1 }, { seconds: 1, describeAfterCreate: 'x' }]) {
    expect((await control(world, 'PUT', 'search-lag', wrong)).status).toBe(400)
  }
})

test('gives somebody who is signed in a contact', async () => {
  const world = await startWorld({ users: 40 })
  const { client, instanceId } = world
  const { UserDataList = [] } = await client.send(
    new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters: {} }),
  )
  const userId = UserDataList[0]?.User?.Id ?? ''
  const asked = { instanceId, userId, state: 'MISSED', channel: 'CHAT' }
  const { status, json } = await control(world, 'POST', 'contacts', asked)
  expect(status).toBe(201)
  const after = await client.send(
    new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters: { Agents: [userId] } }),
  )
  expect(after.UserDataList?.[0]?.Contacts?.at(-1)).toMatchObject({
    ContactId: json.contactId,
    Channel: 'CHAT',
    AgentContactState: 'MISSED',
  })
  const away = await createPerson(world)
  for (const [wrong, expected] of [
    [{ ...asked, state: 'OVER' }, 400],
    [{ ...asked, channel: 'FAX' }, 400],
    [{ ...asked, userId: away }, 400],
    [{ ...asked, userId: 'nobody' }, 404],
    [{ ...asked, userId: 7 }, 400],
    [{ state: 'MISSED' }, 404],
  ] as const) {
    expect((await control(world, 'POST', 'contacts', wrong)).status).toBe(expected)
  }
})

test('a page in a browser cannot reach it: Origin is refused', async () => {
  const world = await startWorld()
  const { status } = await control(world, 'POST', 'instances', {}, { origin: 'https://evil.example' })
  expect(status).toBe(403)
})

test('a name that was rebound to this machine cannot read the control API', async () => {
  const world = await startWorld()
  const answer = await sendRaw(world.emulator.url, { path: '/_emulator/calls', headers: { host: 'evil.example' } })
  expect(answer.status).toBe(403)
})

test.each([
  ['GET', 'nothing', undefined, 404],
  ['POST', 'health', undefined, 404],
  ['POST', 'instances', 'not json', 400],
  ['POST', 'instances', '[]', 400],
])('%s %s with %s: %i', async (method, path, body, status) => {
  expect((await control(await startWorld(), method, path, body)).status).toBe(status)
})
