import { expect, test } from 'vitest'
import { type CallLog, createCallLog } from './calls.ts'

function add(log: CallLog, operation: string, at: number, instanceId?: string): void {
  log.add({ operation, at, status: 200, durationMs: 1, requestId: `r${at}`, ...(instanceId ? { instanceId } : {}) })
}

test('lists calls oldest first, by instance, by operation, by both', () => {
  const log = createCallLog()
  add(log, 'ListUsers', 1, 'a')
  add(log, 'DescribeUser', 2, 'a')
  add(log, 'ListUsers', 3, 'b')
  add(log, 'ListInstances', 4)
  const times = (filter: object) => log.list(filter).map((call) => Date.parse(call.at))
  expect(times({})).toEqual([1, 2, 3, 4])
  expect(times({ instanceId: 'a' })).toEqual([1, 2])
  expect(times({ operation: 'ListUsers' })).toEqual([1, 3])
  expect(times({ operation: 'ListUsers', instanceId: 'b' })).toEqual([3])
  expect(times({ instanceId: 'c' })).toEqual([])
})

test('remembers the last 20,000 and forgets the oldest', () => {
  const log = createCallLog()
  for (let at = 0; at < 20_005; at++) add(log, 'ListUsers', at)
  const calls = log.list()
  expect(calls).toHaveLength(20_000)
  expect(calls[0]?.requestId).toBe('r5')
  expect(calls.at(-1)?.requestId).toBe('r20004')
})

test('what is handed out is a copy', () => {
  const log = createCallLog()
  add(log, 'ListUsers', 1)
  const [call] = log.list()
  if (call) call.operation = 'changed'
  expect(log.list()[0]?.operation).toBe('ListUsers')
})
