import { randomUUID } from 'node:crypto'
import type { AuditHead } from '@patchbay/contract'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import { createAppend } from './chain.ts'
import { createChangeProjection } from './change-projection.ts'
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
  const changes = createChangeProjection(database)

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
    const [at, id] = [now(), randomUUID()]
    const head = await appendRecord(transaction, { change: id, body: { v: 1, at: at.toISOString(), ...event } })
    await changes.insertEvent(transaction, { id, seq: head.seq, at }, event)
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
      const [at, id] = [now(), randomUUID()]
      const dueAt = new Date(at.getTime() + FIRST_LOOK_MS)
      await append(id, { kind: 'intent', at: at.toISOString(), change: id, ...intent }, (transaction, { seq }) =>
        changes.insertIntent(transaction, { id, seq, at }, intent, dueAt),
      )
      return id
    },

    async finish(change, asking, outcome) {
      const at = now()
      const body = { kind: 'outcome', at: at.toISOString(), change, ...asking, ...outcome }
      await append(change, body, (transaction) => changes.finish(transaction, { id: change, at }, outcome))
    },

    async confirm(change, asking, confirmation) {
      const at = now()
      const { targetId = null } = confirmation
      const body = { kind: 'confirmation', at: at.toISOString(), change, ...asking, ...confirmation, targetId }
      try {
        await append(change, body, async (transaction) => {
          // The record is taken back with it: a change ends once.
          if (!(await changes.confirm(transaction, { id: change, at }, confirmation))) throw new AlreadyEnded()
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

class AlreadyEnded extends Error {}
