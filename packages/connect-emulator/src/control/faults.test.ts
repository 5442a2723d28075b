import { ListInstancesCommand, ListUsersCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { sendRaw } from '../testing/raw-request.ts'
import { awsError, createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

const list = ({ client, instanceId }: TestWorld) => client.send(new ListUsersCommand({ InstanceId: instanceId }))

test.each([
  ['ThrottlingException', 429],
  ['TooManyRequestsException', 429],
  ['InternalServiceException', 500],
  ['ResourceConflictException', 409],
  ['ConditionalOperationFailedException', 409],
  ['AccessDeniedException', 403],
  ['ServiceQuotaExceededException', 402],
  ['MadeUpException', 400],
])('%s on demand, with AWS’s status %i (ERR-01, ERR-06)', async (error, status) => {
  const world = await startWorld()
  world.emulator.setFault({ operation: 'ListUsers', error, message: 'on purpose' })
  await expect(list(world)).rejects.toMatchObject({ ...awsError(error, status), message: 'on purpose' })
  world.emulator.clearFaults()
  await expect(list(world)).resolves.toBeDefined()
})

test('a fault hits its operation and its instance only; * hits all', async () => {
  const world = await startWorld()
  const other = await world.emulator.createInstance()
  world.emulator.setFault({ operation: 'ListUsers', instanceId: other.instanceId, error: 'InternalServiceException' })
  expect(await outcomeOf(list(world))).toBe('ok')
  expect(await outcomeOf(list({ ...world, instanceId: other.instanceId }))).toBe('InternalServiceException')
  world.emulator.clearFaults(other.instanceId)
  expect(await outcomeOf(list({ ...world, instanceId: other.instanceId }))).toBe('ok')
  world.emulator.setFault({ operation: '*', error: 'InternalServiceException' })
  expect(await outcomeOf(world.client.send(new ListInstancesCommand({})))).toBe('InternalServiceException')
})

test('what a fault delays is answered at once when the faults of its instance are cleared', async () => {
  const world = await startWorld()
  const other = await world.emulator.createInstance()
  world.emulator.setFault({ operation: 'CreateUser', delayMs: 600_000 })
  let isAnswered = false
  const creating = createPerson(world).then(() => (isAnswered = true))
  await expect.poll(async () => (await list(world)).UserSummaryList).toHaveLength(1)
  world.emulator.clearFaults(other.instanceId)
  await list(world)
  expect(isAnswered).toBe(false)
  world.emulator.clearFaults()
  await creating
})

test('count: over after so many calls', async () => {
  const world = await startWorld()
  world.emulator.setFault({ operation: '*', error: 'InternalServiceException', count: 2 })
  const outcomes = []
  for (let at = 0; at < 3; at++) outcomes.push(await outcomeOf(list(world)))
  expect(outcomes).toEqual(['InternalServiceException', 'InternalServiceException', 'ok'])
})

test('rate: a share of the calls', async () => {
  let next = 0
  const world = await startWorld({}, { random: () => [0.2, 0.8][next++ % 2] ?? 0 })
  world.emulator.setFault({ operation: 'ListUsers', error: 'InternalServiceException', rate: 0.5 })
  expect([await outcomeOf(list(world)), await outcomeOf(list(world))]).toEqual(['InternalServiceException', 'ok'])
})

test('delay alone: a right answer, later', async () => {
  const world = await startWorld()
  world.emulator.setFault({ operation: 'ListUsers', delayMs: 60 })
  await list(world)
  expect(world.emulator.listCalls({ operation: 'ListUsers' })[0]?.durationMs).toBeGreaterThanOrEqual(55)
})

test('a write hit by an error does not happen; one whose answer is lost does', async () => {
  const world = await startWorld()
  world.emulator.setFault({ operation: 'CreateUser', error: 'InternalServiceException', count: 1 })
  expect(await outcomeOf(createPerson(world))).toBe('InternalServiceException')
  expect((await list(world)).UserSummaryList).toHaveLength(0)
  world.emulator.setFault({ operation: 'CreateUser', error: 'drop', count: 1 })
  expect(await outcomeOf(createPerson(world))).not.toBe('ok')
  expect((await list(world)).UserSummaryList).toHaveLength(1)
})

test('drop: no answer at all', async () => {
  const world = await startWorld()
  world.emulator.setFault({ operation: '*', error: 'drop' })
  await expect(sendRaw(world.emulator.url, { path: '/instance' })).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(world.emulator.listCalls({ operation: 'ListInstances' })).toMatchObject([{ status: 0 }])
})

test('half-body: the answer breaks off', async () => {
  const world = await startWorld()
  world.emulator.setFault({ operation: '*', error: 'half-body' })
  await expect(sendRaw(world.emulator.url, { path: '/instance' })).rejects.toMatchObject({ code: 'ECONNRESET' })
})

test('garbage: 200 and no JSON', async () => {
  const world = await startWorld()
  world.emulator.setFault({ operation: '*', error: 'garbage' })
  const answer = await sendRaw(world.emulator.url, { path: '/instance' })
  expect(answer.status).toBe(200)
  expect(answer.json).toBeUndefined()
})

test.each([
  { operation: '' },
  { operation: 'X', error: 'not a name!' },
  { operation: 'X', rate: 1.1 },
  { operation: 'X', delayMs: -1 },
  { operation: 'X', count: 0 },
])('refuses the fault %o', async (fault) => {
  const { emulator } = await startWorld()
  expect(() => emulator.setFault(fault)).toThrow(/must be/)
})
