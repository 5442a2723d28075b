import { expect } from 'vitest'
import { openStore, type Store, type StoreOptions } from '../store.ts'
import { makeStorePlace, type StorePlace } from './store-place.ts'

export interface TestStore extends Store {
  readonly place: StorePlace
  /** The same store as another replica opens it. */
  openReplica(options?: TestStoreOptions): Promise<Store>
  [Symbol.asyncDispose](): Promise<void>
}

export type TestStoreOptions = Partial<Pick<StoreOptions, 'sessionLimits' | 'now' | 'onError'>>

/** An empty store of a test's own, SQLite or PostgreSQL by the project that runs the test; gone with its disposal. */
export async function openTestStore(options: TestStoreOptions = {}): Promise<TestStore> {
  const place = await makeStorePlace()
  const opened: Store[] = []
  async function open(own: TestStoreOptions = {}): Promise<Store> {
    const store = await openStore({
      sessionLimits: { idleMinutes: 30, absoluteMinutes: 480, claimsMinutes: 15 },
      now: () => new Date(),
      onError: (error) => expect.unreachable(String(error)),
      ...options,
      ...own,
      ...place,
    })
    opened.push(store)
    return store
  }
  return {
    ...(await open()),
    place,
    openReplica: open,
    async [Symbol.asyncDispose]() {
      for (const store of opened) await store.close()
      await place[Symbol.asyncDispose]()
    },
  }
}
