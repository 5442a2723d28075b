import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Tables } from '../tables.ts'
import { createAuditTrail, type AuditTrail } from './audit-trail.ts'
import { createChangeRecords, type ChangeRecords } from './change-records.ts'
import { createHeadMirror, type HeadMirror, type MirrorSettings } from './head-mirror.ts'
import { createPendingChanges, type PendingChanges } from './pending-changes.ts'

/** The audit trail with all that reads it. */
export interface Audit {
  readonly trail: AuditTrail
  readonly changes: ChangeRecords
  readonly pending: PendingChanges
  readonly headMirror: HeadMirror
}

export interface AuditOptions {
  readonly database: Kysely<Tables>
  readonly mirror: MirrorSettings
  readonly now: () => Date
  readonly log: Logger
}

/** Hands on the head as it stands, too: the last one may not have been when Patchbay was stopped. */
export async function openAudit({ database, mirror, now, log }: AuditOptions): Promise<Audit> {
  const headMirror = createHeadMirror(mirror, log)
  const trail = createAuditTrail({
    database,
    now,
    onHead: (head) => headMirror.put(head),
    onError: (error) => log.error({ err: error }, 'a record of the audit trail could not be written'),
  })
  const head = await trail.head()
  if (head.seq > 0) headMirror.put(head)
  return { trail, changes: createChangeRecords(database), pending: createPendingChanges(database, now), headMirror }
}
