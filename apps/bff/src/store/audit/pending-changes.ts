import type { FieldChange, TargetKind } from '@patchbay/contract'
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Intent } from './records.ts'

/** A change that has neither been confirmed nor failed. */
export interface PendingChange {
  readonly id: string
  /** When the outcome was written down; where there is none, the intent. */
  readonly lastRecordAt: Date
  readonly instance: string
  readonly kind: TargetKind
  /** Null: it was to be created, and nobody knows its id. */
  readonly targetId: string | null
  readonly fields: readonly FieldChange[]
  /** Null: Patchbay was stopped before the outcome was written down, or is still waiting for it. */
  readonly outcome: 'done' | 'uncertain' | null
  readonly tries: number
}

export interface PendingChanges {
  /** Those to look at now, the oldest first. */
  listDue(limit: number): Promise<PendingChange[]>
  /** Looks again at that time. */
  postpone(id: string, until: Date): Promise<void>
  /** All that are pending are due: what was stopped is looked at when Patchbay starts. */
  makeAllDue(): Promise<void>
}

export function createPendingChanges(database: Kysely<Tables>, now: () => Date): PendingChanges {
  return {
    async listDue(limit) {
      const rows = await database
        .selectFrom('changes')
        .innerJoin('audit_records', 'audit_records.seq', 'changes.seq')
        .selectAll('changes')
        .select('audit_records.body')
        .select((from) =>
          from
            .selectFrom('audit_records as last')
            .select('last.body')
            .whereRef('last.change_id', '=', 'changes.id')
            .orderBy('last.seq', 'desc')
            .limit(1)
            .as('last_body'),
        )
        .where('changes.due_at', '<=', now().getTime())
        .orderBy('changes.due_at')
        .limit(limit)
        .execute()
      return rows.map((row) => {
        const intent: Intent = JSON.parse(row.body)
        return {
          id: row.id,
          lastRecordAt: new Date(JSON.parse(row.last_body ?? row.body).at),
          instance: intent.instance.alias,
          kind: intent.target.kind,
          targetId: row.target_id,
          fields: intent.fields,
          outcome: row.outcome === 'refused' ? null : row.outcome,
          tries: row.tries,
        }
      })
    },
    async postpone(id, until) {
      await database
        .updateTable('changes')
        .set((value) => ({ due_at: until.getTime(), tries: value('tries', '+', 1) }))
        .where('id', '=', id)
        .where('status', '=', 'pending')
        .execute()
    },
    async makeAllDue() {
      await database.updateTable('changes').set({ due_at: now().getTime() }).where('status', '=', 'pending').execute()
    },
  }
}
