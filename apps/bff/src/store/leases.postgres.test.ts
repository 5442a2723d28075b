import { expect, it } from 'vitest'
import { openTestStore } from './testing/open-test-store.ts'

it('goes by the clock of the database, not by that of a replica', async () => {
  await using store = await openTestStore()
  const fast = await store.openReplica({ now: () => new Date(Date.now() + 3_600_000) })
  expect(await store.leases.take('sweep', 'one', 60_000)).toBe(true)
  expect(await fast.leases.take('sweep', 'another', 60_000)).toBe(false)
})
