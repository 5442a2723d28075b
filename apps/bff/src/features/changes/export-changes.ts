import type { AuditHead, ChangeExport, ExportedChanges, ExportFormat } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import type { AdmittedContext, RequestContext } from '../../http/request-context.ts'
import { canonicalJson } from '../../store/audit/canonical-json.ts'
import { recordLine } from '../../store/audit/chain.ts'
import type { ChangeFilter, ChangeScope } from '../../store/audit/change-records.ts'
import { changeCsv, CSV_HEAD } from './change-csv.ts'
import { scopeOfChanges } from './scope-of-changes.ts'

/** About 2 MB a part. */
const PART = 2_000

interface Part {
  readonly content: string
  /** Numbers of the records that it was made from. */
  readonly records: readonly number[]
}

/** One part of an export, which is written down in the trail before it is handed out. */
export async function exportChanges(
  context: AdmittedContext,
  { format, part, ...filter }: ChangeExport,
): Promise<ExportedChanges> {
  const { services, signedIn, requestId } = context
  const scope = await scopeOfChanges(context, 'changes.export')
  if (format !== 'csv' && scope !== 'all') {
    const message = 'The trail’s own records can be exported only by someone who may see everything. Export as CSV.'
    throw new Fault('FORBIDDEN', {}, { message })
  }
  const now = services.now()
  const head = await requireHead(context, part)
  const { from, upTo } = part ?? { from: 0, upTo: head.seq }
  const { content, records } = await readPart(context, format, filter, scope, { from, upTo })
  const last = records.at(-1)
  await services.audit.record({
    kind: 'export',
    requestId,
    person: { ...signedIn.person, roles: [...signedIn.roles] },
    format,
    filter: canonicalJson(filter),
    from,
    upTo,
    count: records.length,
  })
  const isFirst = part === undefined
  return {
    content: format === 'csv' && isFirst ? `\ufeff${CSV_HEAD}${content}` : content,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl',
    fileName: `patchbay-${format === 'csv' ? 'changes' : format === 'records' ? 'audit-trail' : 'change-records'}-${now.toISOString().slice(0, 10)}.${format === 'csv' ? 'csv' : 'jsonl'}`,
    count: records.length,
    next: records.length === PART && last !== undefined && last < upTo ? { from: last + 1, upTo } : null,
    head,
  }
}

/** The record that the export reaches up to: the last one when its first part was asked for. */
async function requireHead({ services }: RequestContext, part: ChangeExport['part']): Promise<AuditHead> {
  if (part === undefined) return await services.audit.head()
  const [record] = await services.changes.readRecords({ from: part.upTo, upTo: part.upTo }, 1)
  if (record) return { seq: record.seq, hash: record.hash }
  const fields = [{ field: 'part.upTo', message: 'There is no such record.' }]
  throw new Fault('BAD_REQUEST', { fields }, { message: 'There is no such record.' })
}

async function readPart(
  { services: { changes } }: RequestContext,
  format: ExportFormat,
  filter: ChangeFilter,
  scope: ChangeScope,
  between: { from: number; upTo: number },
): Promise<Part> {
  if (format === 'csv') {
    const found = await changes.search(filter, scope, { limit: PART, between })
    return { content: found.map(changeCsv).join(''), records: found.map(({ seq }) => seq) }
  }
  const found = await changes.readRecords(between, PART, format === 'records' ? undefined : filter)
  return { content: found.map(recordLine).join(''), records: found.map(({ seq }) => seq) }
}
