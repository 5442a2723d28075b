import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ownShareOf } from './quota-table.ts'
import { TokenBucket } from './token-bucket.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** When each of the calls was let through, in milliseconds. */
async function admissionTimes(bucket: TokenBucket, count: number): Promise<number[]> {
  const start = performance.now()
  const times: number[] = []
  const all = Promise.all(
    Array.from({ length: count }, () => bucket.take().then(() => times.push(performance.now() - start))),
  )
  await vi.runAllTimersAsync()
  await all
  return times
}

describe('a bucket of 2 a second, burst 4', () => {
  const quota = { ratePerSecond: 2, burst: 4 }

  test('lets the burst through at once and then one every half second', async () => {
    const times = await admissionTimes(new TokenBucket(quota), 7)
    expect(times.map(Math.round)).toEqual([0, 0, 0, 0, 500, 1000, 1500])
  })

  test('is first come, first served', async () => {
    const bucket = new TokenBucket(quota)
    const order: number[] = []
    const all = Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => bucket.take().then(() => order.push(n))))
    await vi.runAllTimersAsync()
    await all
    expect(order).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('saves up no more than its burst', async () => {
    const bucket = new TokenBucket(quota)
    await admissionTimes(bucket, 4)
    await vi.advanceTimersByTimeAsync(60_000)
    const times = await admissionTimes(bucket, 5)
    expect(times.map(Math.round)).toEqual([0, 0, 0, 0, 500])
  })

  test('tells how long a newcomer would wait', async () => {
    const bucket = new TokenBucket(quota)
    expect(bucket.waitSeconds).toBe(0)
    const all = Promise.all(Array.from({ length: 6 }, () => bucket.take()))
    expect(bucket.waitSeconds).toBeCloseTo(1.5)
    await vi.runAllTimersAsync()
    await all
  })

  test('one who leaves the line costs no token and holds nobody up', async () => {
    const bucket = new TokenBucket(quota)
    await admissionTimes(bucket, 4)
    const leaving = new AbortController()
    const left = bucket.take(leaving.signal)
    const next = admissionTimes(bucket, 1)
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    expect((await next).map(Math.round)).toEqual([500])
  })

  test('one who left before does not join', async () => {
    await expect(new TokenBucket(quota).take(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
  })
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
        const bucket = new TokenBucket(ownShareOf(service))
        const start = performance.now()
        const arrivals: number[] = []
        const all = calls.map(async ([after, late]) => {
          await new Promise((resolve) => setTimeout(resolve, after))
          await bucket.take()
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
