import { expect, test } from 'vitest'
import { pino } from 'pino'
import { openTestStore } from '../store/testing/open-test-store.ts'
import { LeasedTurn } from './leased-turn.ts'

async function openTurns() {
  const store = await openTestStore()
  const log = pino({ level: 'silent' })
  return {
    store,
    turn: (signal?: AbortSignal) => new LeasedTurn({ leases: store.leases, log, signal }, 'user/1', 'Try again.'),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  }
}

test('a turn is waited for until it is given back, and may be taken again by who has it', async () => {
  await using opened = await openTurns()
  const [first, second] = [opened.turn(), opened.turn()]
  await first.take()
  await first.take()
  const events: string[] = []
  const waiting = second.take().then(() => events.push('second'))
  await expect(opened.store.leases.take('user/1', 'a third', 1_000)).resolves.toBe(false)
  events.push('first ends')
  await first.release()
  await waiting
  expect(events).toEqual(['first ends', 'second'])
  await second.release()
})

test('the turn of who was killed is taken when its lease is over', async () => {
  await using opened = await openTurns()
  await opened.store.leases.take('user/1', 'the one that died', 300)
  const turn = opened.turn()
  await turn.take()
  await expect(opened.store.leases.take('user/1', 'another', 1_000)).resolves.toBe(false)
  await turn.release()
  await expect(opened.store.leases.take('user/1', 'another', 1_000)).resolves.toBe(true)
})

test('who leaves while waiting has no turn, and takes none away', async () => {
  await using opened = await openTurns()
  const [first, leaving] = [opened.turn(), new AbortController()]
  await first.take()
  const second = opened.turn(leaving.signal)
  const waiting = second.take()
  leaving.abort()
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  await second.release()
  await expect(opened.store.leases.take('user/1', 'another', 1_000)).resolves.toBe(false)
  await first.release()
})
