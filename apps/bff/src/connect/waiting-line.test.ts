import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ownShareOf, type CallQuota } from './quota-table.ts'
import { TokenBucket } from './token-bucket.ts'
import { WaitScope } from './wait-scope.ts'
import { WaitingLine, type Priority } from './waiting-line.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A line before slots of this process, or, as where replicas share them, before slots that answer a little later. */
function lineOf(quota: CallQuota, answersAfterMs?: number): WaitingLine {
  const bucket = new TokenBucket(quota)
  if (answersAfterMs === undefined) return new WaitingLine(() => bucket.tryTake(), quota.ratePerSecond)
  return new WaitingLine(async () => {
    await new Promise((resolve) => setTimeout(resolve, answersAfterMs))
    return bucket.tryTake()
  }, quota.ratePerSecond)
}

/** When each of the calls was let through, in milliseconds. */
async function admissionTimes(line: WaitingLine, count: number): Promise<number[]> {
  const start = performance.now()
  const times: number[] = []
  const all = Promise.all(
    Array.from({ length: count }, () => line.take().then(() => times.push(performance.now() - start))),
  )
  await vi.runAllTimersAsync()
  await all
  return times
}

async function orderOf(line: WaitingLine, callers: readonly Priority[]): Promise<string[]> {
  const order: string[] = []
  const all = callers.map(async (priority, at) => {
    await line.take({ priority })
    order.push(`${priority} ${at}`)
  })
  await vi.runAllTimersAsync()
  await Promise.all(all)
  return order
}

const times = (count: number, priority: Priority) => Array.from({ length: count }, () => priority)

describe.each([
  ['slots of this process', undefined],
  ['shared slots', 3],
])('a line before %s of 2 a second, burst 4', (_where, answersAfterMs) => {
  const quota = { ratePerSecond: 2, burst: 4 }

  test('lets the burst through at once and then one every half second', async () => {
    const admitted = await admissionTimes(lineOf(quota, answersAfterMs), 7)
    expect(admitted.map((ms) => Math.round(ms / 100))).toEqual([0, 0, 0, 0, 5, 10, 15])
  })

  test('is first come, first served', async () => {
    const order = await orderOf(lineOf(quota, answersAfterMs), times(8, 'person'))
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((at) => `person ${at}`))
  })

  test('saves up no more than the burst', async () => {
    const line = lineOf(quota, answersAfterMs)
    await admissionTimes(line, 4)
    await vi.advanceTimersByTimeAsync(60_000)
    const admitted = await admissionTimes(line, 5)
    expect(admitted.map((ms) => Math.round(ms / 100))).toEqual([0, 0, 0, 0, 5])
  })

  test('one who leaves costs no token and holds nobody up', async () => {
    const line = lineOf(quota, answersAfterMs)
    await admissionTimes(line, 4)
    const leaving = new AbortController()
    const left = line.take({ signal: leaving.signal })
    const next = admissionTimes(line, 1)
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    expect((await next).map((ms) => Math.round(ms / 100))).toEqual([5])
  })

  test('people go before background work that came earlier', async () => {
    const order = await orderOf(lineOf(quota, answersAfterMs), [...times(8, 'background'), ...times(3, 'person')])
    expect(order.filter((who) => who.startsWith('person'))).toEqual(['person 8', 'person 9', 'person 10'])
    expect(order.indexOf('person 10')).toBeLessThan(order.indexOf('background 4'))
    expect(order.filter((who) => who.startsWith('background'))).toEqual(
      times(8, 'background').map((p, at) => `${p} ${at}`),
    )
  })
})

test('whoever waits is told how long, by their place, and no more once they were let through or left', async () => {
  const line = lineOf({ ratePerSecond: 2, burst: 1 })
  await line.take()
  const scopes = [new WaitScope(), new WaitScope(), new WaitScope()]
  const leaving = new AbortController()
  const [first, second, third] = scopes.map((scope, at) =>
    scope.run(() => line.take(at === 1 ? { signal: leaving.signal } : {})),
  )
  const told = () => scopes.map(({ milliseconds }) => Math.round(milliseconds))
  expect(told()).toEqual([500, 1_000, 1_500])
  const left = Promise.allSettled([second])
  leaving.abort(new Error('gone'))
  expect(await left).toMatchObject([{ status: 'rejected' }])
  expect(told()).toEqual([500, 0, 1_000])
  await vi.advanceTimersByTimeAsync(600)
  await first
  expect(told()).toEqual([0, 0, 400])
  await vi.advanceTimersByTimeAsync(600)
  await third
})

test('one who left before does not join', async () => {
  const line = lineOf({ ratePerSecond: 2, burst: 4 })
  await expect(line.take({ signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone')
})

test('where slots cannot be had at all, everybody in line is told why, and the next one may try again', async () => {
  let isBroken = true
  const line = new WaitingLine(
    () => (isBroken ? Promise.reject(new Error('the store is gone')) : Promise.resolve(0)),
    2,
  )
  const told = await Promise.allSettled([line.take(), line.take({ priority: 'background' })])
  expect(told.map((one) => (one as PromiseRejectedResult).reason.message)).toEqual(
    times(2, 'person').map(() => 'the store is gone'),
  )
  isBroken = false
  await line.take()
})

test('however people come, background work goes on, and passes nobody twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      // When each person comes: for all of it there are at least as many as slots.
      fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 30, maxLength: 90 }),
      async (gaps) => {
        const line = lineOf({ ratePerSecond: 2, burst: 1 })
        const served: Priority[] = []
        const delays: number[] = []
        const background = Promise.all(
          times(3, 'background').map((priority) => line.take({ priority }).then(() => served.push(priority))),
        )
        const people = gaps.map(async (_gap, at) => {
          await new Promise((resolve) =>
            setTimeout(
              resolve,
              gaps.slice(0, at).reduce((sum, gap) => sum + gap, 0),
            ),
          )
          const before = served.length
          const peopleAhead = at - served.filter((who) => who === 'person').length
          await line.take()
          delays.push(served.length - before - peopleAhead)
          served.push('person')
        })
        await vi.runAllTimersAsync()
        await Promise.all([background, ...people])
        expect(Math.max(...delays)).toBeLessThanOrEqual(1)
        expect(served.filter((who) => who === 'background')).toHaveLength(3)
      },
    ),
    { numRuns: 40 },
  )
})

test('people who never leave a slot do not starve background work', async () => {
  const line = lineOf({ ratePerSecond: 2, burst: 1 })
  const done = new AbortController()
  await line.take()
  const background = line.take({ priority: 'background' }).then(() => done.abort())
  let served = 0
  const alwaysSomeone = async () => {
    while (!done.signal.aborted) {
      await line.take()
      served += 1
    }
  }
  const people = [alwaysSomeone(), alwaysSomeone(), alwaysSomeone()]
  await vi.advanceTimersByTimeAsync(20_000)
  await Promise.all([background, ...people])
  expect(served).toBeLessThanOrEqual(14)
})

test('calls that arrive up to half a second late never find the service’s bucket empty', async () => {
  const service = { ratePerSecond: 2, burst: 5 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 490 })), {
        minLength: 1,
        maxLength: 40,
      }),
      async (calls) => {
        const line = lineOf(ownShareOf(service))
        const start = performance.now()
        const arrivals: number[] = []
        const all = calls.map(async ([after, late]) => {
          await new Promise((resolve) => setTimeout(resolve, after))
          await line.take()
          arrivals.push(performance.now() - start + late)
        })
        await vi.runAllTimersAsync()
        await Promise.all(all)
        let [tokens, at] = [service.burst, 0]
        for (const arrival of arrivals.sort((a, b) => a - b)) {
          tokens = Math.min(service.burst, tokens + ((arrival - at) / 1000) * service.ratePerSecond) - 1
          at = arrival
          expect(tokens).toBeGreaterThanOrEqual(-1e-9)
        }
      },
    ),
    { numRuns: 60 },
  )
})
