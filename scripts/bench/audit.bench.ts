import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAuditTrail } from '../../apps/bff/src/store/audit/audit-trail.ts'
import { openStore } from '../../apps/bff/src/store/store.ts'
import { percentile, rounded, type Row } from './row.ts'

const ROUNDS = 400
const WARM_UP = 50

/** What writing a change down adds: the three records of one change, each against one insert into the same store, turn by turn. */
export async function measure(): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'patchbay-bench-'))
  const now = () => new Date()
  const fail = (error: unknown) => {
    throw error
  }
  const store = await openStore({
    dataDir,
    sessionLimits: { idleMinutes: 30, absoluteMinutes: 480, claimsMinutes: 15 },
    now,
    onError: fail,
  })
  const trail = createAuditTrail({ database: store.database, now, onHead: () => {}, onError: fail })
  const samples = { insert: [] as number[], intent: [] as number[], outcome: [] as number[], change: [] as number[] }
  try {
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const insert = await timed(() =>
        store.signIns.begin(randomUUID(), { state: randomUUID(), nonce: 'n', codeVerifier: 'v', returnTo: '/' }),
      )
      const asking = { requestId: randomUUID(), person: { id: 'ada', name: 'Ada', roles: ['administrator'] } }
      let change = ''
      const intent = await timed(async () => {
        change = await trail.begin({ ...asking, ...somePhoneChange })
      })
      const attempts = [{ status: 200, requestId: randomUUID() }]
      const outcome = await timed(() =>
        trail.finish(change, asking, { outcome: 'done', attempts, code: null, targetId: null }),
      )
      const confirmation = await timed(() =>
        trail.confirm(change, asking, { status: 'confirmed', how: 'read-back', note: null, alsoChanged: [] }),
      )
      if (round < WARM_UP) continue
      samples.insert.push(insert)
      samples.intent.push(intent)
      samples.change.push(intent + confirmation)
      samples.outcome.push(outcome)
    }
  } finally {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  const [insert, intent, outcome, change] = [samples.insert, samples.intent, samples.outcome, samples.change].map(
    (all) => percentile(all, 0.5),
  )
  const ratio = (intent ?? Number.NaN) / (insert ?? Number.NaN)
  const how = `${ROUNDS} rounds on SQLite with synchronous=FULL, in turn: one insert ${rounded(insert ?? 0)} ms, an intent ${rounded(intent ?? 0)} ms, intent + confirmation ${rounded(change ?? 0)} ms, and an outcome of ${rounded(outcome ?? 0)} ms, which is written while Connect is read`
  return [
    {
      name: 'audit: one record / a single insert of the store, median',
      value: rounded(ratio),
      unit: 'ratio',
      goal: 'at most 2',
      ok: ratio <= 2,
      how,
    },
    {
      name: 'audit: added to a change, median',
      value: rounded(change ?? Number.NaN),
      unit: 'ms',
      goal: 'at most 3',
      ok: (change ?? Number.NaN) <= 3,
      how,
    },
  ]
}

const somePhoneChange = {
  action: 'users.updatePhone',
  operation: 'UpdateUserPhoneConfig',
  instance: { alias: 'meridian', id: '11111111-2222-3333-4444-555555555555' },
  target: { kind: 'user', id: '11111111-2222-3333-4444-666666666666', name: 'Ada Lovelace (ada)' },
  groups: ['g1', 'g2', 'g3'],
  fields: [
    { field: 'afterContactWorkSeconds', key: null, before: 30, after: 60 },
    { field: 'autoAccept', key: null, before: false, after: true },
  ],
  names: { g1: 'EMEA', g2: 'UK', g3: 'London' },
  reason: 'INC-1',
} as const

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}
