import type { UserFilterToken, UserQuery } from '@patchbay/contract'
import { sql, type RawBuilder } from 'kysely'
import { storable } from './dialect.ts'
import { foldText } from './fold-text.ts'
import type { Names } from './names.ts'
import type { Scope } from './scope.ts'

/** A condition on a row `u` of `directory_users` that is true or false and never null, so that it can be negated. */
export type Condition = RawBuilder<boolean>

/** How long a row found changed is told so: whoever comes to work the next day still sees it. */
const CHANGED_SHOWN_MS = 24 * 3_600_000
const MINUTE_MS = 60_000

/** Rows changed after this are told as changed. By whole minutes, so that equal queries stay equal for a while. */
export function changedAfter(now: Date): number {
  return Math.floor((now.getTime() - CHANGED_SHOWN_MS) / MINUTE_MS) * MINUTE_MS
}

export interface FilterPlace {
  readonly instanceId: string
  readonly isPostgres: boolean
  readonly names: Names
  readonly now: Date
}

/** What a list of people is about. */
export interface UserListQuery extends UserQuery {
  /** Only those who hold any of these security profiles, whatever else the query says. */
  readonly holding?: readonly string[]
}

/** Whether everybody is looked through, or rows one by one until there are enough: what is quick for one is slow for the other. */
type Reach = 'all' | 'some'

interface Asked extends FilterPlace {
  readonly reach: Reach
}

/** Name, user name and desk phone number, one under the other: what a word is looked for in. */
export const SEARCHED_COLUMN = 'searched_folded'

export const TEXT_COLUMNS = {
  username: 'username_folded',
  firstName: 'first_name_folded',
  lastName: 'last_name_folded',
  deskPhoneNumber: 'desk_phone_folded',
  id: 'id_folded',
} as const

/** Whom a query is about: instance, scope, words and filter together. The filter's tokens make sense (requireUserFilter). */
export function userCondition(
  place: FilterPlace,
  { search = '', filter = [], join, holding }: Pick<UserListQuery, 'search' | 'filter' | 'join' | 'holding'>,
  scope: Scope,
  reach: Reach,
): Condition {
  const asked = { ...place, reach }
  const conditions = [inScope(place, scope), ...wordsOf(search).map((word) => wordCondition(asked, word))]
  if (holding !== undefined) conditions.push(holdsAny(asked, holding))
  const tokens = filter.map((token) => tokenCondition(asked, token))
  if (tokens.length > 0) conditions.push(sql`(${sql.join(tokens, join === 'and' ? sql` and ` : sql` or `)})`)
  return sql`${sql.join(conditions, sql` and `)}`
}

/** Everybody of the instance whom the scope has. */
export function inScope(
  { instanceId, isPostgres }: Pick<FilterPlace, 'instanceId' | 'isPostgres'>,
  scope: Scope,
): Condition {
  const living = sql<boolean>`u.instance_id = ${instanceId} and u.is_deleted = 0`
  if (scope === 'all') return living
  if (scope.length === 0) return sql`${living} and 1 = 0`
  return sql`${living} and u.hierarchy_group_id is not null and u.hierarchy_group_id in (
    select a.group_id from directory_group_ancestors a
    where a.instance_id = ${instanceId} and a.ancestor_id ${isOneOf(isPostgres, scope)})`
}

export function wordsOf(search: string): string[] {
  return folded(search)
    .split(/\s+/u)
    .filter((word) => word !== '')
}

/** As an id begins. Anything shorter is in somebody's id by chance: "ada" in one of 190. */
const idStart = /^[0-9A-F]{8}[0-9A-F-]{0,28}$/

export function mayBeId(word: string): boolean {
  return idStart.test(word)
}

function wordCondition(place: Asked, word: string): Condition {
  const inTexts = compareText(place, SEARCHED_COLUMN, ':', word)
  return mayBeId(word) ? sql`(${inTexts} or ${compareText(place, TEXT_COLUMNS.id, '^', word)})` : inTexts
}

/** Whether `search` finds nobody whom `shorter` does not find: each word of that one is a part of one of its own, or the beginning of the same id. */
export function findsNoMore(search: string, shorter: string): boolean {
  const words = wordsOf(search)
  const isWider = (part: string, word: string) =>
    mayBeId(word) ? mayBeId(part) && word.startsWith(part) : word.includes(part)
  return wordsOf(shorter).every((part) => words.some((word) => isWider(part, word)))
}

function tokenCondition(place: Asked, { property, operator, value }: UserFilterToken): Condition {
  const isNegated = operator === '!=' || operator === '!:'
  const positive = operator === '!=' ? '=' : operator === '!:' ? ':' : operator
  const condition = positiveCondition(place, { property, operator: positive, value })
  return isNegated ? sql`not (${condition})` : condition
}

function positiveCondition(place: Asked, { property, operator, value }: UserFilterToken): Condition {
  const { names } = place
  switch (property) {
    case 'username':
    case 'firstName':
    case 'lastName':
    case 'deskPhoneNumber':
    case 'id':
      return compareText(place, TEXT_COLUMNS[property], operator, value)
    case 'routingProfile':
      return compareReference('routing_profile_id', operator, value, names.routingProfiles)
    case 'hierarchyGroup':
      return operator === 'under'
        ? isUnder(place, value)
        : compareReference('hierarchy_group_id', operator, value, lastNames(names.groupPaths))
    case 'securityProfile':
      return compareProfiles(place, { property, operator, value })
    case 'tag':
      return compareTags(place, operator, value)
    case 'phoneType':
      return sql`u.phone_type = ${value}`
    case 'autoAccept':
      return sql`u.auto_accept = ${Number(value === 'true')}`
    case 'pending':
      return value === 'true' ? sql`u.own_at is not null` : sql`u.own_at is null`
    case 'changed': {
      const isChanged = sql<boolean>`(u.changed_at is not null and u.changed_at > ${changedAfter(place.now)})`
      return value === 'true' ? isChanged : sql`not ${isChanged}`
    }
    case 'afterContactWorkSeconds':
      return sql`u.after_contact_work_seconds ${sql.raw(operator === '<=' || operator === '>=' ? operator : '=')} ${Number(value)}`
    default:
      return property satisfies never
  }
}

type Operator = UserFilterToken['operator']

/**
 * Where SQLite looks through everybody, it does so in an index that has nothing but this column: the rows are many times as
 * large. A row that it has read already says by itself. PostgreSQL has one index of parts of words, over all these texts
 * together, if at all (it needs an extension); its planner knows when that helps.
 */
function compareText(place: Asked, column: string, operator: Operator, value: string): Condition {
  const text = folded(value)
  const matches = (reference: RawBuilder<unknown>) => {
    if (operator === '=') return sql<boolean>`${reference} = ${text}`
    return operator === '^' ? startsWith(reference, text) : isIn(place, text, reference)
  }
  const itself = matches(sql.ref(`u.${column}`))
  if (place.reach === 'some') return itself
  if (place.isPostgres) {
    const isPart = operator === ':' && column !== SEARCHED_COLUMN && column !== TEXT_COLUMNS.id
    return isPart ? sql`(${itself} and ${isIn(place, text, sql.ref(`u.${SEARCHED_COLUMN}`))})` : itself
  }
  return sql`u.seq in (select c.seq from directory_users c
    where c.instance_id = ${place.instanceId} and c.is_deleted = 0 and ${matches(sql.ref(`c.${column}`))})`
}

/** `=` compares ids, '' being none; the others look into names. */
function compareReference(
  column: string,
  operator: Operator,
  value: string,
  names: ReadonlyMap<string, string>,
): Condition {
  const reference = sql.ref(`u.${column}`)
  if (operator === '=') {
    return value === '' ? sql`${reference} is null` : sql`(${reference} is not null and ${reference} = ${value})`
  }
  // A name that is not known is an empty one, and everything starts with nothing.
  if (folded(value) === '') return sql`${reference} is not null`
  const ids = idsNamed(names, operator, value)
  return ids.length === 0 ? sql`1 = 0` : sql`(${reference} is not null and ${reference} in (${sql.join(ids)}))`
}

function compareProfiles(place: Asked, { operator, value }: UserFilterToken): Condition {
  const hasAny = sql<boolean>`exists (select 1 from directory_user_profiles p where p.user_seq = u.seq)`
  if (operator === '=' && value === '') return sql`not ${hasAny}`
  if (operator !== '=' && folded(value) === '') return hasAny
  return holdsAny(place, profilesMeant(place, { operator, value }))
}

function profilesMeant(
  { names }: Pick<FilterPlace, 'names'>,
  { operator, value }: Pick<UserFilterToken, 'operator' | 'value'>,
): readonly string[] {
  return operator === '=' ? [value] : idsNamed(names.securityProfiles, operator, value)
}

/**
 * Where a query asks for nothing but who holds certain profiles: their ids, from that table alone, since only people who are there
 * hold any. Nearly everybody may.
 */
export function findHolders(place: FilterPlace, query: UserListQuery): RawBuilder<unknown> | undefined {
  const ids = findProfilesAsked(place, query)
  if (ids === undefined || ids.length === 0) return undefined
  return sql`select ${sql.raw(ids.length === 1 ? '' : 'distinct')} p.user_seq as seq from directory_user_profiles p
    where p.instance_id = ${place.instanceId} and p.profile_id in (${sql.join(ids)})`
}

function findProfilesAsked(
  place: FilterPlace,
  { search = '', filter = [], holding }: UserListQuery,
): readonly string[] | undefined {
  if (wordsOf(search).length > 0) return undefined
  if (holding !== undefined) return filter.length === 0 ? holding : undefined
  const [token] = filter
  if (filter.length !== 1 || token?.property !== 'securityProfile') return undefined
  const isNegated = token.operator === '!=' || token.operator === '!:'
  return isNegated || folded(token.value) === '' ? undefined : profilesMeant(place, token)
}

function holdsAny({ instanceId, reach }: Asked, ids: readonly string[]): Condition {
  if (ids.length === 0) return sql`1 = 0`
  if (reach === 'some') {
    // With an offset PostgreSQL looks each row up, and does not gather all who hold one before it looks at the first.
    return sql`exists (select 1 from directory_user_profiles p
      where p.user_seq = u.seq and p.profile_id in (${sql.join(ids)}) limit 1 offset 0)`
  }
  return sql`u.seq in (select p.user_seq from directory_user_profiles p
    where p.instance_id = ${instanceId} and p.profile_id in (${sql.join(ids)}))`
}

/** A tag is meant by its key or by key=value; '' is none. */
function compareTags(place: Asked, operator: Operator, value: string): Condition {
  const text = folded(value)
  if (text === '') {
    const hasAny = sql<boolean>`exists (select 1 from directory_user_tags t where t.user_seq = u.seq)`
    return operator === '=' ? sql`not ${hasAny}` : hasAny
  }
  const label = sql.ref('t.label_folded')
  const matches =
    operator === '='
      ? sql`(t.key_folded = ${text} or ${label} = ${text})`
      : operator === '^'
        ? startsWith(label, text)
        : isIn(place, text, label)
  if (place.reach === 'some') {
    return sql`exists (select 1 from directory_user_tags t where t.user_seq = u.seq and ${matches})`
  }
  return sql`u.seq in (select t.user_seq from directory_user_tags t
    where t.instance_id = ${place.instanceId} and ${matches})`
}

/** By the groups themselves, so that PostgreSQL can walk through an index from one to the next. */
function isUnder({ isPostgres, names }: FilterPlace, groupId: string): Condition {
  const below = [...names.groupPaths].flatMap(([id, path]) => (path.some((group) => group.id === groupId) ? [id] : []))
  const ids = [...new Set([groupId, ...below])]
  return sql`(u.hierarchy_group_id is not null and u.hierarchy_group_id ${isOneOf(isPostgres, ids)})`
}

/** One parameter however many they are: a text of a thousand is longer in the making than in the answering. */
function isOneOf(isPostgres: boolean, ids: readonly string[]): RawBuilder<unknown> {
  return isPostgres ? sql`= any(${ids}::text[])` : sql`in (select value from json_each(${JSON.stringify(ids)}))`
}

function idsNamed(names: ReadonlyMap<string, string>, operator: Operator, value: string): string[] {
  const wanted = foldText(value)
  return [...names].flatMap(([id, name]) => {
    const text = foldText(name)
    return (operator === '^' ? text.startsWith(wanted) : text.includes(wanted)) ? [id] : []
  })
}

function lastNames(paths: Names['groupPaths']): ReadonlyMap<string, string> {
  return new Map([...paths].map(([id, path]) => [id, path.at(-1)?.name ?? '']))
}

function isIn({ isPostgres }: FilterPlace, text: string, column: RawBuilder<unknown>): Condition {
  if (text === '') return sql`1 = 1`
  return isPostgres
    ? sql`${column} like ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`}`
    : sql`instr(${column}, ${text}) > 0`
}

/** As a range, which an index can walk: the last code point of all comes after whatever follows. */
function startsWith(column: RawBuilder<unknown>, text: string): Condition {
  return text === '' ? sql`1 = 1` : sql`(${column} >= ${text} and ${column} < ${`${text}\u{10FFFF}`})`
}

function folded(text: string): string {
  return storable(foldText(text))
}
