import type { ExportFormat, FieldChange, TargetKind } from '@patchbay/contract'

// The members of each kind of record: docs/audit-trail.md. `v`, `kind` and `at` are added where a record is written.

export interface AuditPerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}

interface Asked {
  readonly requestId: string | null
  readonly person: AuditPerson | null
}

interface AuditTarget {
  readonly kind: TargetKind
  readonly id: string | null
  readonly name: string
}

export interface Intent extends Asked {
  readonly action: string
  /** Null: a change in Patchbay's own store. */
  readonly operation: string | null
  readonly instance: { readonly alias: string; readonly id: string }
  readonly target: AuditTarget
  readonly groups: readonly string[]
  readonly fields: readonly FieldChange[]
  readonly names: Readonly<Record<string, string>>
  readonly reason: string | null
}

/** One call that was sent. Null: no answer came. */
export interface Attempt {
  readonly status: number | null
  readonly requestId: string | null
}

export interface Outcome {
  readonly outcome: 'done' | 'refused' | 'uncertain'
  readonly attempts: readonly Attempt[]
  readonly code: string | null
  readonly targetId: string | null
}

export interface Confirmation {
  readonly status: 'confirmed' | 'failed'
  readonly how: 'read-back' | 'follow-up'
  readonly note: string | null
  /** What Amazon Connect changed with it though nobody asked for it, as read back; null where that could not be told. */
  readonly alsoChanged: readonly FieldChange[] | null
  /** Of what was created, where only the follow-up found it. */
  readonly targetId?: string | undefined
}

export type AuditEvent = Asked &
  (
    | { readonly kind: 'sign-in' | 'sign-out'; readonly how: string | null }
    | {
        readonly kind: 'connect-sign-in'
        readonly instance: string
        /** Whom Amazon Connect was asked to take the person for. */
        readonly username: string
        readonly stage: 'begun' | 'done' | 'failed'
        /** Why it failed; null else. */
        readonly code: string | null
      }
    | {
        readonly kind: 'refusal'
        readonly action: string
        readonly instance: string | null
        readonly target: string | null
        readonly code: string
        readonly fields: readonly string[]
      }
    | {
        /** Which roles and claims count is another matter than it was. */
        readonly kind: 'configuration'
        readonly before: string
        readonly after: string
        readonly differing: readonly string[]
        /** Hashes by part, for whoever compares the next one. */
        readonly parts: Readonly<Record<string, string>>
      }
    | {
        readonly kind: 'export'
        readonly format: ExportFormat
        readonly filter: string
        readonly from: number
        readonly upTo: number
        readonly count: number
      }
  )
