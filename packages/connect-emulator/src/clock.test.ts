import { expect, test } from 'vitest'
import { createClock } from './clock.ts'

function startClock() {
  const real = { now: 1000 }
  return { real, clock: createClock(() => real.now) }
}

test('runs with the clock underneath', () => {
  const { real, clock } = startClock()
  real.now += 500
  expect(clock.now()).toBe(1500)
})

test('stopped, it stands still and moves only when moved', () => {
  const { real, clock } = startClock()
  clock.stop()
  real.now += 500
  expect(clock.now()).toBe(1000)
  clock.advance(2)
  expect(clock.now()).toBe(3000)
  clock.set(50)
  expect(clock.now()).toBe(50)
})

test('started again, it goes on from where it stood', () => {
  const { real, clock } = startClock()
  clock.stop()
  real.now += 500
  clock.start()
  clock.start()
  real.now += 7
  expect(clock.now()).toBe(1007)
})

test('set or moved while it runs, it goes on from there', () => {
  const { real, clock } = startClock()
  clock.set(5000)
  real.now += 1
  expect(clock.now()).toBe(5001)
  clock.advance(-1)
  real.now += 1
  expect(clock.now()).toBe(4002)
})
