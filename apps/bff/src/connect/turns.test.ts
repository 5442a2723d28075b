import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('tasks of one resource run one after the other, in the order they came, also past one that fails', async () => {
  const turns = new Turns()
  const events: string[] = []
  const task = (name: string, fails = false) =>
    turns.run('user/1', async () => {
      events.push(`${name} begins`)
      await Promise.resolve()
      events.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const results = await Promise.allSettled([task('a'), task('b', true), task('c')])
  expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('tasks of different resources do not wait for each other', async () => {
  const turns = new Turns()
  const { promise, resolve } = Promise.withResolvers<void>()
  const slow = turns.run('user/1', () => promise)
  expect(await turns.run('user/2', () => Promise.resolve('done'))).toBe('done')
  resolve()
  await slow
})
