import type { ChangeStatus, TargetKind, changeKinds } from '@patchbay/contract'

/** The trail itself; its format is docs/audit-trail.md. Rows are added and never touched again. */
interface AuditRecordsTable {
  seq: number
  hash: string
  body: string
  /** What the record is about: the `id` in changes. An index, no part of the trail. */
  change_id: string
}

/** One row, `id` 1: the last record. Whoever appends takes its lock first, so replicas write one chain. */
interface AuditHeadTable {
  id: number
  seq: number
  hash: string
}

/** What the changes screen asks for, kept from the records so that a filter is an index. Details are read from the record `seq`. */
interface ChangesTable {
  id: string
  /** Of the intent; of what is no change, of its one record. */
  seq: number
  kind: (typeof changeKinds)[number]
  at: number
  person_id: string | null
  action: string
  instance: string | null
  target_kind: TargetKind | null
  target_id: string | null
  status: ChangeStatus | null
  outcome: 'done' | 'refused' | 'uncertain' | null
  code: string | null
  note: string | null
  /** JSON, as in the outcome's record. */
  attempts: string | null
  ended_at: number | null
  /** When a pending change is looked at again; null once it has ended. */
  due_at: number | null
  tries: number
}

export interface AuditTables {
  audit_records: AuditRecordsTable
  audit_head: AuditHeadTable
  changes: ChangesTable
  change_fields: { field: string; change_id: string }
  /** The target's hierarchy group and all above it: what scopes are compared with. */
  change_groups: { group_id: string; change_id: string }
}
