import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createCallLog } from '../control/calls.ts'
import { createFaults } from '../control/faults.ts'
import { createThrottles } from '../control/throttles.ts'
import { type AnyOperation, defineOperation } from '../operation.ts'
import { createInstance } from '../seed/create-instance.ts'
import { World } from '../state/world.ts'
import { sendRaw } from '../testing/raw-request.ts'
import { AwsError } from './aws-error.ts'
import { createService } from './service.ts'

/** A service with one operation, ListInstances, that does what the test says. */
async function startService(handle: (world: World) => object) {
  const world = new World(undefined, Date.now)
  createInstance(world, { alias: 'first' }, 'us-east-1')
  const errors: unknown[] = []
  const operation: AnyOperation = defineOperation('ListInstances', () => handle(world))
  const serve = createService({
    operations: [operation],
    context: { world, now: Date.now, newId: () => 'id', searchLag: () => 0 },
    calls: createCallLog(),
    faults: createFaults(Math.random),
    throttles: createThrottles('off', () => 0),
    secrets: new Map(),
    onInternalError: (error) => errors.push(error),
  })
  const server = createServer(serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { world, errors, call: () => sendRaw(`http://127.0.0.1:${port}`, { path: '/instance' }) }
}

function rename(world: World, alias: string): void {
  const [instance] = world.instances
  if (instance) world.instances.put({ ...instance, alias })
}

const aliases = (world: World) => [...world.instances].map((instance) => instance.alias)

test('a handler that refuses after its first write has written nothing', async () => {
  const { world, call } = await startService((inner) => {
    rename(inner, 'half done')
    throw new AwsError('InvalidRequestException', 'no')
  })
  expect(await call()).toMatchObject({ status: 400, errorType: 'InvalidRequestException' })
  expect(aliases(world)).toEqual(['first'])
  world.journal.commit()
  expect(aliases(world)).toEqual(['first'])
})

test('a handler that breaks answers 500 without telling how, has written nothing, and the cause is reported', async () => {
  const { world, errors, call } = await startService((inner) => {
    rename(inner, 'half done')
    throw new TypeError('cannot read /etc/secret')
  })
  const answer = await call()
  expect(answer).toMatchObject({ status: 500, errorType: 'InternalServiceException' })
  expect(answer.text).not.toContain('secret')
  expect(errors).toEqual([new TypeError('cannot read /etc/secret')])
  expect(aliases(world)).toEqual(['first'])
  expect((await call()).status).toBe(500)
})

test('a handler that succeeds has written for good', async () => {
  const { world, call } = await startService((inner) => {
    rename(inner, 'renamed')
    return { InstanceSummaryList: [] }
  })
  expect((await call()).status).toBe(200)
  world.journal.rollback()
  expect(aliases(world)).toEqual(['renamed'])
})
