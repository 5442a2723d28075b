import { randomUUID } from 'node:crypto'
import type { AuditHead } from '@patchbay/contract'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import type { AuditTables } from './audit-tables.ts'
import { createAppend } from './chain.ts'
import type { AuditEvent, AuditPerson, Confirmation, Intent, Outcome } from './records.ts'

/** Who asked, for records that follow an intent: null for what Patchbay does by itself. */
interface Asking {
  readonly requestId: string | null
  readonly person: AuditPerson | null
}

interface Recorded<Answer> {
  readonly answer: Answer
  readonly events: readonly AuditEvent[]
}

/** The trail of docs/audit-trail.md. What was resolved is on the disk. Each of them throws where the store cannot be written. */
export interface AuditTrail {
  /** Writes down a change before it is sent, and gives its id. */
  begin(intent: Intent): Promise<string>
  finish(change: string, asking: Asking, outcome: Outcome): Promise<void>
  /** False: it had ended already, by whoever else was looking. */
  confirm(change: string, asking: Asking, confirmation: Confirmation): Promise<boolean>
  record(event: AuditEvent): Promise<void>
  /** What is done in the store and the records of it, in one transaction: both or neither. */
  recordWith<Answer>(act: (transaction: Transaction<Tables>) => Promise<Recorded<Answer>>): Promise<Answer>
  /** As `record`, for what is answered all the same: a failure is logged and goes no further. */
  note(event: AuditEvent): Promise<void>
  head(): Promise<AuditHead>
}

export interface AuditTrailOptions {
  readonly database: Kysely<Tables>
  readonly now: () => Date
  readonly onHead: (head: AuditHead) => void
  readonly onError: (error: unknown) => void
}

/** A pending change is looked at again after this long; each further look waits longer (follow-up.ts). */
const FIRST_LOOK_MS = 5_000

export function createAuditTrail({ database, now, onHead, onError }: AuditTrailOptions): AuditTrail {
  const appendRecord = createAppend(database)

  /** One record with what the screen's tables say of it: both or neither. */
  async function append(
    change: string,
    body: object,
    project: (transaction: Transaction<Tables>, head: AuditHead) => Promise<void>,
  ) {
    const head = await database.transaction().execute(async (transaction) => {
      const appended = await appendRecord(transaction, { change, body: { v: 1, ...body } })
      await project(transaction, appended)
      return appended
    })
    onHead(head)
  }

  async function insertEvent(transaction: Transaction<Tables>, event: AuditEvent): Promise<AuditHead> {
    const at = now()
    const { kind, person } = event
    const id = randomUUID()
    const head = await appendRecord(transaction, { change: id, body: { v: 1, at: at.toISOString(), ...event } })
    await transaction
      .insertInto('changes')
      .values({
        ...noChange,
        target_id: null,
        id,
        seq: head.seq,
        kind,
        at: at.getTime(),
        person_id: person?.id ?? null,
        action: kind,
        instance: null,
        code: null,
        note: 'how' in event ? event.how : null,
        ...projectionOf(event),
      })
      .execute()
    return head
  }

  const recordWith: AuditTrail['recordWith'] = async (act) => {
    const { answer, head } = await database.transaction().execute(async (transaction) => {
      const recorded = await act(transaction)
      let last: AuditHead | undefined
      for (const event of recorded.events) last = await insertEvent(transaction, event)
      return { answer: recorded.answer, head: last }
    })
    if (head) onHead(head)
    return answer
  }

  const record = (event: AuditEvent) => recordWith(async () => ({ answer: undefined, events: [event] }))

  return {
    async begin(intent) {
      const change = randomUUID()
      const at = now()
      await append(change, { kind: 'intent', at: at.toISOString(), change, ...intent }, (transaction, { seq }) =>
        insertIntent(transaction, { change, seq, at: at.getTime(), intent }),
      )
      return change
    },

    async finish(change, asking, outcome) {
      const at = now()
      const { targetId, code, attempts } = outcome
      const body = { kind: 'outcome', at: at.toISOString(), change, ...asking, ...outcome }
      await append(change, body, async (transaction) => {
        await transaction
          .updateTable('changes')
          .set({
            outcome: outcome.outcome,
            code,
            attempts: JSON.stringify(attempts),
            ...(targetId !== null && { target_id: targetId }),
            ...(outcome.outcome === 'refused' && { status: 'failed', ended_at: at.getTime(), due_at: null }),
          })
          .where('id', '=', change)
          .execute()
      })
    },

    async confirm(change, asking, { targetId = null, ...confirmation }) {
      const at = now()
      const body = { kind: 'confirmation', at: at.toISOString(), change, ...asking, ...confirmation, targetId }
      try {
        await append(change, body, async (transaction) => {
          const ended = await transaction
            .updateTable('changes')
            .set({
              status: confirmation.status,
              note: confirmation.note,
              ended_at: at.getTime(),
              due_at: null,
              ...(targetId !== null && { target_id: targetId }),
            })
            .where('id', '=', change)
            .where('status', '=', 'pending')
            .returning('id')
            .executeTakeFirst()
          // The record is taken back with it: a change ends once.
          if (!ended) throw new AlreadyEnded()
        })
        return true
      } catch (error) {
        if (error instanceof AlreadyEnded) return false
        throw error
      }
    },

    record,
    recordWith,
    async note(event) {
      try {
        await record(event)
      } catch (error) {
        onError(error)
      }
    },
    head: () => database.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow(),
  }
}

/** What the screen's tables say of an event beside who and when. */
function projectionOf(event: AuditEvent): Partial<AuditTables['changes']> {
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

class AlreadyEnded extends Error {}

const noChange = {
  target_kind: null,
  status: null,
  outcome: null,
  note: null,
  attempts: null,
  ended_at: null,
  due_at: null,
  tries: 0,
} as const

async function insertIntent(
  transaction: Transaction<Tables>,
  { change, seq, at, intent }: { change: string; seq: number; at: number; intent: Intent },
): Promise<void> {
  const { person, action, instance, target, fields, groups } = intent
  await transaction
    .insertInto('changes')
    .values({
      ...noChange,
      id: change,
      seq,
      kind: 'change',
      at,
      person_id: person?.id ?? null,
      action,
      instance: instance.alias,
      target_kind: target.kind,
      target_id: target.id,
      status: 'pending',
      code: null,
      due_at: at + FIRST_LOOK_MS,
    })
    .execute()
  const names = new Set(fields.map(({ field }) => field))
  if (names.size > 0) {
    await transaction
      .insertInto('change_fields')
      .values([...names].map((field) => ({ field, change_id: change })))
      .execute()
  }
  if (groups.length > 0) {
    await transaction
      .insertInto('change_groups')
      .values([...new Set(groups)].map((group_id) => ({ group_id, change_id: change })))
      .execute()
  }
}
