import type { Transaction } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'
import { openTestStore } from './testing/open-test-store.ts'

const person = { id: 'p1', name: 'Priya Raman', roles: ['auditor'], idToken: null, sid: null, refreshToken: null }
const inTransaction = <Answer>({ database }: Store, act: (transaction: Transaction<Tables>) => Promise<Answer>) =>
  database.transaction().execute(act)

describe('a session that was found before', () => {
  it('is over for every replica as soon as one of them ended it', async () => {
    await using store = await openTestStore()
    const other = await store.openReplica()
    const token = await store.sessions.create(person)
    for (const { sessions } of [store, other, store, other]) expect(await sessions.find(token)).toBeDefined()
    await inTransaction(other, (transaction) => other.sessions.end(token, transaction))
    expect(await store.sessions.find(token)).toBeUndefined()
    expect(await other.sessions.find(token)).toBeUndefined()
  })

  it('has other roles for every replica as soon as one of them was told', async () => {
    await using store = await openTestStore()
    const other = await store.openReplica()
    const token = await store.sessions.create(person)
    expect((await store.sessions.find(token))?.roles).toEqual(['auditor'])
    const changed = { ...person, roles: ['helpdesk'] }
    await inTransaction(other, (transaction) => other.sessions.renew(token, changed, transaction))
    expect((await store.sessions.find(token))?.roles).toEqual(['helpdesk'])
  })

  it('stays what it was until what is being written has been', async () => {
    await using store = await openTestStore()
    const token = await store.sessions.create(person)
    expect(await store.sessions.find(token)).toBeDefined()
    const half = inTransaction(store, async (transaction) => {
      await store.sessions.end(token, transaction)
      expect(await store.sessions.find(token)).toBeDefined()
      throw new Error('taken back')
    })
    await expect(half).rejects.toThrow('taken back')
    expect(await store.sessions.find(token)).toBeDefined()
    await inTransaction(store, (transaction) => store.sessions.end(token, transaction))
    expect(await store.sessions.find(token)).toBeUndefined()
  })

  it('is idle after its time though nothing was written meanwhile', async () => {
    const clock = { time: Date.UTC(2026, 10, 21) }
    await using store = await openTestStore({ now: () => new Date(clock.time) })
    const token = await store.sessions.create(person)
    expect(await store.sessions.find(token)).toBeDefined()
    clock.time += 30 * 60_000
    expect(await store.sessions.find(token)).toBeUndefined()
  })
})
