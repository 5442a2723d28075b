import { sql, type Kysely, type Transaction } from 'kysely'
import { prepareQuery } from '../prepare-query.ts'
import type { Tables } from '../tables.ts'
import type { AuditTables } from './audit-tables.ts'
import type { AuditEvent, Confirmation, Intent, Outcome } from './records.ts'

type ChangeRow = AuditTables['changes']

/** Of what is no change, and of a change before it has ended. */
const NOT_ENDED = {
  target_kind: null,
  target_id: null,
  instance: null,
  status: null,
  outcome: null,
  code: null,
  note: null,
  attempts: null,
  ended_at: null,
  due_at: null,
  tries: 0,
} as const

const COLUMNS = [
  'id',
  'seq',
  'kind',
  'at',
  'person_id',
  'action',
  ...(Object.keys(NOT_ENDED) as (keyof typeof NOT_ENDED)[]),
] as const satisfies readonly (keyof ChangeRow)[]

interface Recorded {
  readonly id: string
  readonly seq: number
  readonly at: Date
}

/**
 * What the screen's tables say of the trail, written in the transaction of each record. A change waits for it: its statements are put into
 * words once.
 */
export function createChangeProjection(database: Kysely<Tables>) {
  const insertColumns = prepareQuery(
    database.insertInto('changes').values(Object.fromEntries(COLUMNS.map((column) => [column, ''])) as never),
  )
  const insertChange = (transaction: Transaction<Tables>, row: ChangeRow) =>
    insertColumns(transaction, ...COLUMNS.map((column) => row[column]))
  const insertFields = prepareRows((count) =>
    database.insertInto('change_fields').values(Array.from({ length: count }, () => ({ field: '', change_id: '' }))),
  )
  const insertGroups = prepareRows((count) =>
    database.insertInto('change_groups').values(Array.from({ length: count }, () => ({ group_id: '', change_id: '' }))),
  )
  const known = { target_id: sql<string>`coalesce(${''}, target_id)` }
  const ended = { ended_at: 0, due_at: sql<null>`null` }
  const outcome = { outcome: 'done', code: '', attempts: '', ...known } as const
  const setOutcome = prepareQuery(database.updateTable('changes').set(outcome).where('id', '=', ''))
  const setRefused = prepareQuery(
    database
      .updateTable('changes')
      .set({ ...outcome, status: sql<'failed'>`'failed'`, ...ended })
      .where('id', '=', ''),
  )
  const setConfirmation = prepareQuery(
    database
      .updateTable('changes')
      .set({ status: 'confirmed', note: '', ...known, ...ended })
      .where('id', '=', '')
      .where('status', '=', 'pending')
      .returning('id'),
  )

  return {
    async insertIntent(
      transaction: Transaction<Tables>,
      { id, seq, at }: Recorded,
      intent: Intent,
      dueAt: Date,
    ): Promise<void> {
      const { person, action, instance, target, fields, groups } = intent
      await insertChange(transaction, {
        ...NOT_ENDED,
        id,
        seq,
        kind: 'change',
        at: at.getTime(),
        person_id: person?.id ?? null,
        action,
        instance: instance.alias,
        target_kind: target.kind,
        target_id: target.id,
        status: 'pending',
        due_at: dueAt.getTime(),
      })
      await insertFields(transaction, new Set(fields.map(({ field }) => field)), id)
      await insertGroups(transaction, new Set(groups), id)
    },

    async insertEvent(transaction: Transaction<Tables>, { id, seq, at }: Recorded, event: AuditEvent): Promise<void> {
      const { kind, person } = event
      await insertChange(transaction, {
        ...NOT_ENDED,
        id,
        seq,
        kind,
        at: at.getTime(),
        person_id: person?.id ?? null,
        action: kind,
        note: 'how' in event ? event.how : null,
        ...wordsOf(event),
      })
    },

    async finish(
      transaction: Transaction<Tables>,
      { id, at }: Pick<Recorded, 'id' | 'at'>,
      { outcome: how, code, attempts, targetId }: Outcome,
    ): Promise<void> {
      const said: readonly (string | null)[] = [how, code, JSON.stringify(attempts), targetId]
      if (how === 'refused') await setRefused(transaction, ...said, at.getTime(), id)
      else await setOutcome(transaction, ...said, id)
    },

    /** False: it had ended already. */
    async confirm(
      transaction: Transaction<Tables>,
      { id, at }: Pick<Recorded, 'id' | 'at'>,
      { status, note, targetId }: Confirmation,
    ): Promise<boolean> {
      const rows = await setConfirmation(transaction, status, note, targetId ?? null, at.getTime(), id, 'pending')
      return rows.length > 0
    },
  }
}

/** One statement for each number of rows. */
function prepareRows(insertOf: (count: number) => Parameters<typeof prepareQuery>[0]) {
  const prepared = new Map<number, ReturnType<typeof prepareQuery>>()
  return async (transaction: Transaction<Tables>, names: ReadonlySet<string>, id: string): Promise<void> => {
    if (names.size === 0) return
    let insert = prepared.get(names.size)
    if (!insert) prepared.set(names.size, (insert = prepareQuery(insertOf(names.size))))
    await insert(transaction, ...[...names].flatMap((name) => [name, id]))
  }
}

/** What the screen's tables say of an event beside who and when. */
function wordsOf(event: AuditEvent): Partial<ChangeRow> {
  if (event.kind === 'refusal') {
    const { action, instance, target, code } = event
    return { action, instance, target_id: target, code }
  }
  if (event.kind === 'configuration') return { note: `Other than before: ${event.differing.join(', ')}` }
  if (event.kind !== 'connect-sign-in') return {}
  const { instance, username, stage, code } = event
  const ends = { begun: 'begun', done: 'signed in', failed: 'not signed in' }
  return { instance, code, note: `As ${username}: ${ends[stage]}` }
}
