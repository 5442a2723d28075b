import type { UserQuery, UserSortField } from '@patchbay/contract'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { compareText } from './collation.ts'
import type { Names } from './names.ts'
import { changedAfter, type Condition, type FilterPlace } from './user-condition.ts'
import type { People } from './user-matches.ts'

/**
 * People who are equal by the field that a list is sorted by, or whom an index has in that order: a list is one run after
 * the other. So a page far back begins by skipping whole runs, and either direction walks the same index.
 */
export interface Run {
  readonly count: number
  /** What the list is sorted by. */
  readonly column: string
  readonly where: Condition
  readonly order: Order
}

/** From the front or, for who is nearer to it, from the end. */
type Order = (isFromEnd: boolean) => RawBuilder<unknown>

type Value = string | number | null

interface FieldOfAnyKind {
  readonly column: string
  readonly where: (value: Value) => Condition
  /** What a run's rows are sorted by; '' is no value and comes last in both directions. */
  readonly valueOf: (value: Value, names: Names) => string | number
}

/** Few different values: each is a run, and what makes it is `run`. */
interface ValueField extends FieldOfAnyKind {
  readonly run: RawBuilder<unknown>
}

/** Many different texts: one run of who has one, 1, in the order of the column, and one of who has none, 0. */
interface TextField extends FieldOfAnyKind {
  readonly isText: true
}

type Field = ValueField | TextField

/** The sequence number is the end of every index: no row has to be read for its place, and no two have the same. */
const byName: Order = (isFromEnd) => (isFromEnd ? sql`u.name_key desc, u.seq desc` : sql`u.name_key, u.seq`)

/** Whom a list is of: their number, how to count all of them by a column, and how to walk through some in its order. */
export interface Listed {
  readonly total: number
  /** They are sorted anyway, so that whoever has no text can be put last by that. */
  readonly areSorted: boolean
  readonly counted: (column: string) => People
  readonly walked: (column: string) => People
}

/** The runs of a list, in its order. Counts everybody, so the counts are worth keeping. */
export async function readRuns(
  database: Kysely<Tables>,
  place: FilterPlace,
  listed: Listed,
  { sort, order }: Pick<UserQuery, 'sort' | 'order'>,
): Promise<Run[]> {
  const field = fieldOf(sort, place)
  if ('isText' in field && listed.areSorted) {
    const { column } = field
    const valued = orderOf(field, 1, order)
    const isLast = sql`${sql.ref(`u.${column}`)} = ''`
    const ordered: Order = (isFromEnd) => sql`${isLast} ${direction('asc', isFromEnd)}, ${valued(isFromEnd)}`
    return [{ count: listed.total, column, where: sql`1 = 1`, order: ordered }]
  }
  const rows = await ('isText' in field ? countTexts(database, listed, field) : countRuns(database, listed, field))
  const sign = order === 'asc' ? 1 : -1
  const valued = rows
    .map(({ run, count }) => ({ run, count, value: field.valueOf(run, place.names) }))
    .sort((a, b) => Number(a.value === '') - Number(b.value === '') || sign * compareValues(a.value, b.value))
  const runs: Run[] = []
  for (const [at, { run, count, value }] of valued.entries()) {
    const before = valued[at - 1]
    const last = runs.at(-1)
    // Two groups of one name are one run.
    if (
      last !== undefined &&
      before !== undefined &&
      compareValues(before.value, value) === 0 &&
      (before.value !== '') === (value !== '')
    ) {
      runs[runs.length - 1] = { ...last, count: last.count + count, where: sql`(${last.where} or ${field.where(run)})` }
    } else {
      runs.push({ count, column: field.column, where: field.where(run), order: orderOf(field, value, order) })
    }
  }
  return runs
}

interface Counted {
  readonly run: Value
  readonly count: number
}

async function countRuns(
  database: Kysely<Tables>,
  { counted }: Listed,
  { run, column }: ValueField,
): Promise<Counted[]> {
  const { from, where } = counted(column)
  const { rows } = await sql<Counted>`
    select ${run} as run, count(*) as count from ${from} where ${where} group by 1`.execute(database)
  return rows
}

/** Those with a text and those without: the few without are found by the index, so that nobody's text has to be read. */
async function countTexts(
  database: Kysely<Tables>,
  { total, walked }: Listed,
  { column, where }: TextField,
): Promise<Counted[]> {
  const people = walked(column)
  const { rows } = await sql<{ without: number }>`
    select count(*) as without from ${people.from} where ${people.where} and ${where(0)}`.execute(database)
  const { without = 0 } = rows[0] ?? {}
  return [
    { run: 1, count: total - without },
    { run: 0, count: without },
  ].filter(({ count }) => count > 0)
}

/** The same in the order of a text, of nobody knows how many. */
export function uncountedRuns({ sort, order }: Pick<UserQuery, 'sort' | 'order'>, place: FilterPlace): Run[] {
  const field = fieldOf(sort, place)
  return [1, 0].map((value) => ({
    count: Infinity,
    column: field.column,
    where: field.where(value),
    order: orderOf(field, field.valueOf(value, place.names), order),
  }))
}

function orderOf(field: Field, value: string | number, order: 'asc' | 'desc'): Order {
  if (!('isText' in field) || value === '') return byName
  const column = sql.ref(`u.${field.column}`)
  return (isFromEnd) => sql`${column} ${direction(order, isFromEnd)}, ${byName(isFromEnd)}`
}

function direction(order: 'asc' | 'desc', isFromEnd: boolean): RawBuilder<unknown> {
  return sql.raw((order === 'asc') === isFromEnd ? 'desc' : 'asc')
}

function compareValues(left: string | number, right: string | number): number {
  return typeof left === 'number' && typeof right === 'number' ? left - right : compareText(String(left), String(right))
}

function fieldOf(sort: UserSortField, { now }: FilterPlace): Field {
  switch (sort) {
    case 'username':
      return textField('username_key')
    case 'firstName':
      return textField('first_name_key')
    case 'lastName':
      return textField('last_name_key')
    case 'routingProfile':
      return referenceField('routing_profile_id', (id, { routingProfiles }) => routingProfiles.get(id) ?? '')
    case 'hierarchyGroup':
      return referenceField('hierarchy_group_id', (id, { groupPaths }) =>
        (groupPaths.get(id) ?? []).map(({ name }) => name).join(' / '),
      )
    case 'phoneType':
      return valueField('phone_type')
    case 'autoAccept':
      return valueField('auto_accept')
    case 'afterContactWorkSeconds':
      return valueField('after_contact_work_seconds')
    case 'pending':
      return {
        column: 'own_at',
        run: sql`case when u.own_at is null then 0 else 1 end`,
        where: (value) => (value === 1 ? sql`u.own_at is not null` : sql`u.own_at is null`),
        valueOf: (value) => Number(value),
      }
    case 'changed': {
      const shownAfter = changedAfter(now)
      return {
        column: 'changed_at',
        run: sql`case when u.changed_at > ${shownAfter} then u.changed_at end`,
        where: (value) =>
          value === null ? sql`(u.changed_at is null or u.changed_at <= ${shownAfter})` : sql`u.changed_at = ${value}`,
        valueOf: (value) => value ?? '',
      }
    }
    default:
      return sort satisfies never
  }
}

function textField(column: string): TextField {
  const key = sql.ref(`u.${column}`)
  return {
    isText: true,
    column,
    where: (value) => (value === 1 ? sql`${key} > ''` : sql`${key} = ''`),
    valueOf: (value) => (value === 1 ? 1 : ''),
  }
}

function valueField(column: string): Field {
  const reference = sql.ref(`u.${column}`)
  return { column, run: reference, where: (value) => sql`${reference} = ${value}`, valueOf: (value) => value ?? '' }
}

function referenceField(column: string, nameOf: (id: string, names: Names) => string): Field {
  const reference = sql.ref(`u.${column}`)
  return {
    column,
    run: reference,
    where: (value) => (value === null ? sql`${reference} is null` : sql`${reference} = ${value}`),
    valueOf: (value, names) => (value === null ? '' : nameOf(String(value), names)),
  }
}
