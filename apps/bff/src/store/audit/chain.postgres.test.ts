import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Store } from '../store.ts'
import { openTestStore } from '../testing/open-test-store.ts'
import { createAuditTrail } from './audit-trail.ts'

const trailOf = ({ database }: Store) =>
  createAuditTrail({
    database,
    now: () => new Date(),
    onHead: () => {},
    onError: (error) => expect.unreachable(String(error)),
  })

const intent = {
  requestId: null,
  person: null,
  action: 'users.updatePhone',
  operation: 'UpdateUserPhoneConfig',
  instance: { alias: 'one', id: 'i-1' },
  target: { kind: 'user', id: 'u-1', name: 'Ada' },
  groups: [],
  fields: [{ field: 'autoAccept', key: null, before: false, after: true }],
  names: {},
  reason: null,
} as const

/** As docs/audit-trail.md says, without any of our code. */
async function expectWhole({ database }: Store, count: number): Promise<void> {
  const records = await database.selectFrom('audit_records').select(['seq', 'hash', 'body']).orderBy('seq').execute()
  let previous = '0'.repeat(64)
  for (const [at, { seq, hash, body }] of records.entries()) {
    expect([seq, hash]).toEqual([at + 1, createHash('sha256').update(`${previous}\n${seq}\n${body}`).digest('hex')])
    previous = hash
  }
  expect(records).toHaveLength(count)
}

test('two replicas that write at once write one chain, without a gap and without a fork', async () => {
  await using store = await openTestStore()
  const trails = [trailOf(store), trailOf(await store.openReplica())] as const
  const changes = await Promise.all(
    Array.from({ length: 40 }, (_unused, at) => trails[at % 2 === 0 ? 0 : 1].begin(intent)),
  )
  expect(new Set(changes).size).toBe(40)
  await expectWhole(store, 40)
  expect(await trails[0].head()).toEqual(await trails[1].head())
})

test('a change ends once, though two replicas find its end at the same moment', async () => {
  await using store = await openTestStore()
  const trails = [trailOf(store), trailOf(await store.openReplica())] as const
  const change = await trails[0].begin(intent)
  const end = { status: 'confirmed', how: 'follow-up', note: null, alsoChanged: null } as const
  const ended = await Promise.all(
    [...trails, ...trails].map((trail) => trail.confirm(change, { requestId: null, person: null }, end)),
  )
  expect(ended.filter(Boolean)).toHaveLength(1)
  await expectWhole(store, 2)
})
