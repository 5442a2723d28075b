import { openStore, type StoreOptions } from '../store.ts'

/** Makes the tables of an empty store, to be copied for each test. */
export async function makeTables(place: Pick<StoreOptions, 'dataDir' | 'databaseUrl'>): Promise<void> {
  const store = await openStore({
    ...place,
    sessionLimits: { idleMinutes: 1, absoluteMinutes: 1, claimsMinutes: 1 },
    now: () => new Date(),
    onError: (error) => {
      throw error
    },
  })
  await store.close()
}
