import { describe, expect, test } from 'vitest'
import { Fault } from '../http/fault.ts'
import { KeptReading } from './kept-reading.ts'
import { KeptReadings } from './kept-readings.ts'

/** A read that answers 1, 2, 3 and so on, or fails, at a time that the test moves. */
function counting(options: { keepFailureMs?: number } = {}) {
  const world = { now: 0, reads: 0, fault: undefined as Fault | undefined, gates: [] as (() => void)[], isGated: false }
  const reading = new KeptReading({
    now: () => new Date(world.now),
    keepMs: 100,
    ...options,
    read: async () => {
      const value = (world.reads += 1)
      if (world.isGated) await new Promise<void>((resolve) => world.gates.push(resolve))
      if (world.fault) throw world.fault
      return value
    },
  })
  return { world, reading }
}

describe('a kept reading', () => {
  test('is read again when it is too old, or older than what is asked for', async () => {
    const { world, reading } = counting()
    expect((await reading.get()).value).toBe(1)
    world.now = 99
    expect((await reading.get()).value).toBe(1)
    expect((await reading.get({ maxAgeMs: 0 })).value).toBe(2)
    world.now = 199
    expect((await reading.get()).value).toBe(3)
  })

  test('that expired while it was read anew is not kept: it may have begun before the write', async () => {
    const { world, reading } = counting()
    world.isGated = true
    const early = reading.get()
    world.now = 1
    reading.expire()
    world.now = 2
    const late = reading.get()
    for (const open of world.gates) open()
    expect([(await early).value, (await late).value]).toEqual([1, 2])
    expect((await reading.get()).value).toBe(2)
  })

  test('answers what is known where Connect does not answer, and nothing but the error where it does', async () => {
    const { world, reading } = counting()
    await reading.get()
    world.now = 5_000
    world.fault = new Fault('connect.unavailable', {})
    expect(await reading.getOrKnown()).toEqual({ value: 1, asOf: new Date(0), isStale: true })
    world.fault = new Fault('connect.access_denied', {})
    await expect(reading.getOrKnown()).rejects.toMatchObject({ code: 'connect.access_denied' })
  })

  test('that failed is not asked for again at once where that is wished', async () => {
    const { world, reading } = counting({ keepFailureMs: 50 })
    world.fault = new Fault('connect.unavailable', {})
    for (const at of [1, 2, 49]) {
      world.now = at
      await expect(reading.get()).rejects.toMatchObject({ code: 'connect.unavailable' })
    }
    expect(world.reads).toBe(1)
    world.fault = undefined
    world.now = 51
    expect((await reading.get()).value).toBe(2)
  })
})

describe('kept readings', () => {
  test('forget those that nobody asked for the longest, and what is gone', async () => {
    let fault: Fault | undefined
    const read: string[] = []
    const readings = new KeptReadings({
      now: () => new Date(read.length),
      keepMs: 1_000,
      most: 2,
      read: async (id) => {
        read.push(id)
        if (fault) throw fault
        return id
      },
    })
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await readings.getOrKnown(id, {})
    expect(read).toEqual(['a', 'b', 'c', 'b'])

    fault = new Fault('NOT_FOUND', {})
    await expect(readings.getOrKnown('b', { maxAgeMs: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    fault = new Fault('connect.unavailable', {})
    await expect(readings.getOrKnown('b', {})).rejects.toMatchObject({ code: 'connect.unavailable' })
  })
})
