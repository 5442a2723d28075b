import { z } from 'zod'
import { id, instanceAlias, instant, listOf, text } from '../fields.ts'
import { wholeNumber } from '../whole-number.ts'

/** Every change ends as `confirmed` (the new values were read from Amazon Connect) or `failed`; until then it is `pending`. */
export const changeStatus = z.enum(['confirmed', 'pending', 'failed'])
export type ChangeStatus = z.infer<typeof changeStatus>

/** What the answer of a write tells of each single write to Amazon Connect. `id` leads to the change itself. */
export const changeMark = z.object({ id: z.string(), status: changeStatus })
export type ChangeMark = z.infer<typeof changeMark>

/** Beside the resource in every answer of a write: one mark for each write to Amazon Connect, none where nothing differed. */
export const withChanges = { changes: z.array(changeMark) }

export const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable()
export type FieldValue = z.infer<typeof fieldValue>

export const fieldChange = z.object({
  /** `firstName`, `afterContactWorkSeconds`, `routingProfileId`, `tags`, `channels`, … */
  field: z.string(),
  /** The part of a field that has parts: the key of a tag, `VOICE.autoAccept` of channels. Null for other fields. */
  key: z.string().nullable(),
  /** null: not there. Ids stand as ids: `names` of the change tells what they were called. */
  before: fieldValue,
  after: fieldValue,
})
export type FieldChange = z.infer<typeof fieldChange>

export const changeKinds = [
  'change',
  'sign-in',
  'sign-out',
  'connect-sign-in',
  'refusal',
  'export',
  'configuration',
] as const
export const changeKind = z.enum(changeKinds)

export const targetKind = z.enum(['user', 'security-profile', 'presets'])
export type TargetKind = z.infer<typeof targetKind>

export const change = z.object({
  id: z.string(),
  /** Number of its first record in the audit trail. */
  seq: z.number().int(),
  kind: changeKind,
  at: instant,
  /** Null: nobody was signed in. */
  person: z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) }).nullable(),
  /** What was asked for, as the API names it: `users.updatePhone`. */
  action: z.string(),
  /** The operation of Amazon Connect; null for a change in Patchbay's own store, and for what is no change. */
  operation: z.string().nullable(),
  /** Alias of the instance. */
  instance: z.string().nullable(),
  target: z.object({ kind: targetKind, id: z.string().nullable(), name: z.string() }).nullable(),
  /** Of a refusal: the fields that were refused, with neither value. */
  fields: z.array(fieldChange),
  /** What Amazon Connect changed with it though nobody asked for it, as read back; null where that is not known. */
  alsoChanged: z.array(fieldChange).nullable(),
  /** What the ids in `fields` were called when the change was made. */
  names: z.record(z.string(), z.string()),
  reason: z.string().nullable(),
  /** Null for what is no change. */
  status: changeStatus.nullable(),
  /** What Amazon Connect answered; null until it has. */
  outcome: z.enum(['done', 'refused', 'uncertain']).nullable(),
  /** Why it failed or was refused, as a code of the API. */
  code: z.string().nullable(),
  /** The same in words, where there are any. */
  note: z.string().nullable(),
  /** When it was confirmed or had failed. */
  endedAt: instant.nullable(),
  requestId: z.string().nullable(),
  /** Amazon Connect's own ids of the calls that were sent, for its support. */
  connectRequestIds: z.array(z.string()),
})
export type Change = z.infer<typeof change>

export const auditHead = z.object({ seq: z.number().int(), hash: z.string() })
export type AuditHead = z.infer<typeof auditHead>

export const changeList = listOf(change).extend({
  /** For those who see everything; null for others. */
  trail: z
    .object({
      head: auditHead,
      /** Null: the head is kept nowhere else. `failing`: why it cannot be, in words. */
      mirror: z.object({ seq: z.number().int(), failing: z.string().nullable() }).nullable(),
    })
    .nullable(),
})
export type ChangeList = z.infer<typeof changeList>

const filter = {
  kind: changeKind.default('change'),
  instance: instanceAlias.optional(),
  /** Id of who did it. */
  person: id.optional(),
  /** Id of whom or what it was done to. */
  target: id.optional(),
  targetKind: targetKind.optional(),
  field: text('The field', { min: 1, max: 100 }).optional(),
  action: text('The action', { min: 1, max: 100 }).optional(),
  status: changeStatus.optional(),
  /** From this moment on, up to but without the other. */
  from: z.iso.datetime('Give a time as in 2026-01-31T12:00:00Z.').optional(),
  to: z.iso.datetime('Give a time as in 2026-01-31T12:00:00Z.').optional(),
}

/** The state of the changes table: what the browser keeps in its URL is what the list route takes. Newest first, always. */
export const changeQuery = z.strictObject({
  ...filter,
  page: wholeNumber('The page', { min: 1, max: 1_000_000 }).default(1),
  pageSize: wholeNumber('The page size', { min: 1, max: 500 }).default(50),
})
export type ChangeQuery = z.infer<typeof changeQuery>

/** `csv`: for people and spreadsheets. `json-lines`: the records of the found changes. `records`: the whole trail. See docs/audit-trail.md. */
export const exportFormat = z.enum(['csv', 'json-lines', 'records'])
export type ExportFormat = z.infer<typeof exportFormat>

const recordNumber = z.int('This has to be a whole number.').min(0, 'This cannot be negative.')
/** Where the next part of an export begins, and the last record of the whole. */
export const exportCursor = z.strictObject({ from: recordNumber, upTo: recordNumber })

export const changeExport = z.strictObject({ ...filter, format: exportFormat, part: exportCursor.optional() })
export type ChangeExport = z.infer<typeof changeExport>

export const exportedChanges = z.object({
  /** This part; parts are appended one to the other. */
  content: z.string(),
  mediaType: z.string(),
  fileName: z.string(),
  /** How many changes (csv) or records are in this part. */
  count: z.number().int(),
  /** Ask again with it as `part`; null: that was all. */
  next: exportCursor.nullable(),
  /** The head that the export reaches up to: keep it beside the file. */
  head: auditHead,
})
export type ExportedChanges = z.infer<typeof exportedChanges>
