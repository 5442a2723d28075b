import type { AuditHead, Change, ChangeQuery } from '@patchbay/contract'
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'
import type { Tables } from '../tables.ts'
import { NO_HASH } from './chain.ts'
import type { Attempt, AuditEvent, Confirmation, Intent } from './records.ts'

export type ChangeFilter = Omit<ChangeQuery, 'page' | 'pageSize'>

/** Whose history may be seen: everybody's, or of those in these hierarchy groups and below. */
export type ChangeScope = 'all' | readonly string[]

interface StoredRecord extends AuditHead {
  readonly previous: string
  readonly body: string
}

interface Slice {
  readonly limit: number
  readonly offset?: number
  /** Only records from this one on, up to and with the other; then oldest first. */
  readonly between?: { readonly from: number; readonly upTo: number }
}

/** What the changes screen and the exports read. Filters and scopes are compared in SQL, before anything is counted. */
export interface ChangeRecords {
  search(filter: ChangeFilter, scope: ChangeScope, slice: Slice): Promise<Change[]>
  count(filter: ChangeFilter, scope: ChangeScope): Promise<number>
  find(id: string, scope: ChangeScope): Promise<Change | undefined>
  /** Records in the order of the trail. With `filter`: all records of the changes it finds. */
  readRecords(between: { from: number; upTo: number }, limit: number, filter?: ChangeFilter): Promise<StoredRecord[]>
}

/** The last record of a change: its confirmation, once there is one. */
const LAST_BODY = sql<string>`(select body from audit_records as last where last.change_id = changes.id
  order by last.seq desc limit 1)`

type Rows = SelectQueryBuilder<Tables, 'changes', object>

export function createChangeRecords(database: Kysely<Tables>): ChangeRecords {
  const matching = (filter: ChangeFilter, scope: ChangeScope) =>
    withinScope(filtered(database.selectFrom('changes'), filter), scope)

  async function read(rows: Rows): Promise<Change[]> {
    const found = await rows
      .innerJoin('audit_records', 'audit_records.seq', 'changes.seq')
      .selectAll('changes')
      .select(['audit_records.body', LAST_BODY.as('last_body')])
      .execute()
    return found.map(changeOf)
  }

  return {
    async search(filter, scope, { limit, offset = 0, between }) {
      const rows = matching(filter, scope).limit(limit).offset(offset)
      return await read(
        between
          ? rows
              .where('changes.seq', '>=', between.from)
              .where('changes.seq', '<=', between.upTo)
              .orderBy('changes.seq', 'asc')
          : rows.orderBy('changes.seq', 'desc'),
      )
    },
    async count(filter, scope) {
      const { total } = await matching(filter, scope)
        .select(sql<number | string>`count(*)`.as('total'))
        .executeTakeFirstOrThrow()
      return Number(total)
    },
    async find(id, scope) {
      const [found] = await read(withinScope(database.selectFrom('changes').where('changes.id', '=', id), scope))
      return found
    },
    async readRecords({ from, upTo }, limit, filter) {
      let rows = database
        .selectFrom('audit_records')
        .leftJoin('audit_records as before', (join) => join.on('before.seq', '=', sql<number>`audit_records.seq - 1`))
        .select(['audit_records.seq', 'audit_records.hash', 'audit_records.body', 'before.hash as previous'])
        .where('audit_records.seq', '>=', from)
        .where('audit_records.seq', '<=', upTo)
        .orderBy('audit_records.seq')
        .limit(limit)
      if (filter) {
        rows = rows.where(
          'audit_records.change_id',
          'in',
          filtered(database.selectFrom('changes'), filter).select('changes.id'),
        )
      }
      return (await rows.execute()).map((row) => ({ ...row, previous: row.previous ?? NO_HASH }))
    },
  }
}

function filtered(rows: Rows, filter: ChangeFilter): Rows {
  let found = rows.where('changes.kind', '=', filter.kind)
  const equal = {
    instance: filter.instance,
    person_id: filter.person,
    target_id: filter.target,
    target_kind: filter.targetKind,
    action: filter.action,
    status: filter.status,
  }
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) found = found.where(`changes.${column as keyof typeof equal}`, '=', value)
  }
  if (filter.from !== undefined) found = found.where('changes.at', '>=', Date.parse(filter.from))
  if (filter.to !== undefined) found = found.where('changes.at', '<', Date.parse(filter.to))
  const { field } = filter
  if (field !== undefined) {
    found = found.where('changes.id', 'in', (from) =>
      from.selectFrom('change_fields').select('change_id').where('field', '=', field),
    )
  }
  return found
}

/** The groups were stored with all above them, so a scope's own groups are enough to look for. */
function withinScope(rows: Rows, scope: ChangeScope): Rows {
  if (scope === 'all') return rows
  if (scope.length === 0) return rows.where(sql<boolean>`1 = 0`)
  return rows.where('changes.id', 'in', (from) =>
    from
      .selectFrom('change_groups')
      .select('change_id')
      .where('group_id', 'in', [...scope]),
  )
}

type Body = Partial<Intent> & Partial<AuditEvent> & { readonly fields?: Intent['fields'] | readonly string[] }

function changeOf(row: Tables['changes'] & { body: string; last_body: string }): Change {
  const body: Body = JSON.parse(row.body)
  const { alsoChanged = null }: Partial<Confirmation> = JSON.parse(row.last_body)
  const attempts: readonly Attempt[] = row.attempts === null ? [] : JSON.parse(row.attempts)
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    at: new Date(row.at).toISOString(),
    person: body.person ? { ...body.person, roles: [...body.person.roles] } : null,
    action: row.action,
    operation: body.operation ?? null,
    instance: row.instance,
    target: typeof body.target === 'object' && body.target ? { ...body.target, id: row.target_id } : null,
    fields: (body.fields ?? []).map((field) =>
      typeof field === 'string' ? { field, key: null, before: null, after: null } : field,
    ),
    alsoChanged: alsoChanged && [...alsoChanged],
    names: body.names ?? {},
    reason: body.reason ?? null,
    status: row.status,
    outcome: row.outcome,
    code: row.code,
    note: row.note,
    endedAt: row.ended_at === null ? null : new Date(row.ended_at).toISOString(),
    requestId: body.requestId ?? null,
    connectRequestIds: attempts.flatMap(({ requestId }) => requestId ?? []),
  }
}
