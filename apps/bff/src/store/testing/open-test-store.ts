import { expect } from 'vitest'
import { openStore, type Store, type StoreOptions } from '../store.ts'
import { makeStorePlace } from './store-place.ts'

export interface TestStore extends Store {
  [Symbol.asyncDispose](): Promise<void>
}

export type TestStoreOptions = Partial<Pick<StoreOptions, 'sessionLimits' | 'now' | 'onError'>>

/** An empty store of a test's own, SQLite or PostgreSQL by the project that runs the test; gone with its disposal. */
export async function openTestStore(options: TestStoreOptions = {}): Promise<TestStore> {
  const place = await makeStorePlace()
  const store = await openStore({
    sessionLimits: { idleMinutes: 30, absoluteMinutes: 480 },
    now: () => new Date(),
    onError: (error) => expect.unreachable(String(error)),
    ...options,
    ...place,
  })
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      await store.close()
      await place[Symbol.asyncDispose]()
    },
  }
}
