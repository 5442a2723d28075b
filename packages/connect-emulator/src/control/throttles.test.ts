import { DescribeUserCommand, ListInstancesCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { awsError, clientOf, outcomeOf, startWorld } from '../testing/test-world.ts'
import { createThrottles } from './throttles.ts'

function drain(throttles: ReturnType<typeof createThrottles>, operation: string, region = 'us-east-1'): number {
  for (let taken = 0; taken < 1000; taken++) {
    try {
      throttles.take(operation, region)
    } catch {
      return taken
    }
  }
  return Number.POSITIVE_INFINITY
}

test('a burst of 5, then 2 a second, per operation and Region (ERR-09)', () => {
  let now = 0
  const throttles = createThrottles('aws', () => now)
  expect(drain(throttles, 'DescribeUser')).toBe(5)
  expect(drain(throttles, 'ListUsers')).toBe(5)
  expect(drain(throttles, 'DescribeUser', 'eu-west-1')).toBe(5)
  now += 499
  expect(drain(throttles, 'DescribeUser')).toBe(0)
  now += 1
  expect(drain(throttles, 'DescribeUser')).toBe(1)
  now += 60_000
  expect(drain(throttles, 'DescribeUser')).toBe(5)
})

test.each([
  ['GetMetricDataV2', 10, 10],
  ['SearchContacts', 1, 0.5],
  ['TagContact', 25, 20],
  ['ListIntegrationAssociations', 50, 25],
  ['StartContactEvaluation', 5, 3],
  ['DescribeWorkspace', 5, 2],
])('%s: bursts of %d, %d a second', (operation, burst, perSecond) => {
  let now = 0
  const throttles = createThrottles('aws', () => now)
  expect(drain(throttles, operation)).toBe(burst)
  now += 2000
  expect(drain(throttles, operation)).toBe(Math.min(burst, 2 * perSecond))
})

test('what exceeds the burst is 429 ThrottlingException; off lets all through (ERR-01, ERR-05)', async () => {
  const world = await startWorld()
  const list = () => world.client.send(new ListInstancesCommand({}))
  world.emulator.setThrottles('aws')
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, list))
  const refused = outcomes.find(({ status }) => status === 'rejected')
  expect(refused).toMatchObject({ reason: { ...awsError('ThrottlingException', 429), message: 'Rate exceeded' } })
  world.emulator.setThrottles('off')
  await expect(list()).resolves.toBeDefined()
})

test('two instances of one account share a bucket, two Regions do not (ERR-07, ERR-09)', async () => {
  const world = await startWorld({}, { throttles: 'off' })
  const other = await world.emulator.createInstance()
  world.emulator.setThrottles('aws')
  const describe = (InstanceId: string, client = world.client) =>
    outcomeOf(client.send(new DescribeUserCommand({ InstanceId, UserId: 'x' })))
  // As many as each of them could have, had it a bucket of its own.
  const ids = [world.instanceId, other.instanceId].flatMap((id) => Array.from({ length: 5 }, () => id))
  expect(await Promise.all(ids.map((id) => describe(id)))).toContain('ThrottlingException')
  const elsewhere = clientOf(world.emulator, 'AKIATEST', 'secret', 'eu-west-1')
  expect(await describe(world.instanceId, elsewhere)).toBe('ResourceNotFoundException')
  elsewhere.destroy()
})
