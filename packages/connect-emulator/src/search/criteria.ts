import type { StringComparisonType, StringCondition } from '@aws-sdk/client-connect'
import { countCharacters } from '../bounds/count-characters.ts'
import { invalidParameter } from '../wire/aws-error.ts'

export type Predicate<R> = (row: R) => boolean

/** Values of a row under one search field; several when the field is a list. */
type FieldReader<R> = (row: R) => string | readonly string[] | undefined

export interface StringField<R> {
  read: FieldReader<R>
  /** Ids compare exactly whatever the comparison's case rule (SRCH-11). */
  isId?: boolean
}

interface Criteria {
  OrConditions?: Criteria[] | undefined
  AndConditions?: Criteria[] | undefined
  StringCondition?: StringCondition | undefined
}

const CONTAINS_MIN = 2
const CONTAINS_MAX = 25

/**
 * Turns nested search criteria into a predicate.
 * @param leaves turns a criteria object's conditions other than Or and And into predicates
 * @throws AwsError InvalidParameterException when one object mixes Or, And and leaf conditions (SRCH-05)
 */
export function compileCriteria<C extends Criteria, R>(
  criteria: C | undefined,
  leaves: (criteria: C) => Predicate<R>[],
): Predicate<R> {
  if (!criteria) return () => true
  const own = leaves(criteria)
  const kinds = [criteria.OrConditions, criteria.AndConditions, own.length > 0 ? own : undefined].filter(
    (kind) => kind !== undefined,
  )
  if (kinds.length > 1 || own.length > 1) {
    throw invalidParameter('One search criteria object takes one of OrConditions, AndConditions and a single condition')
  }
  if (criteria.OrConditions) {
    const parts = criteria.OrConditions.map((part) => compileCriteria(part as C, leaves))
    return (row) => parts.some((part) => part(row))
  }
  if (criteria.AndConditions) {
    const parts = criteria.AndConditions.map((part) => compileCriteria(part as C, leaves))
    return (row) => parts.every((part) => part(row))
  }
  return own[0] ?? (() => true)
}

/** The leaves of criteria that know string conditions only. */
export function stringLeaves<R>(fields: Record<string, StringField<R>>): (criteria: Criteria) => Predicate<R>[] {
  return ({ StringCondition }) => (StringCondition ? [compileString(StringCondition, fields)] : [])
}

/**
 * A string condition as a predicate: field names compare exactly (SRCH-10); STARTS_WITH and CONTAINS ignore case (SRCH-11).
 * @throws AwsError InvalidParameterException for an unknown field, or a contains-query outside 2 to 25 characters (SRCH-02)
 */
export function compileString<R>(condition: StringCondition, fields: Record<string, StringField<R>>): Predicate<R> {
  const { FieldName = '', Value = '', ComparisonType = 'EXACT' } = condition
  const field = Object.hasOwn(fields, FieldName) ? fields[FieldName] : undefined
  if (!field)
    throw invalidParameter(`FieldName ${FieldName.slice(0, 60)} is not one of ${Object.keys(fields).join(', ')}`)
  const test = compareStrings(ComparisonType, Value, field.isId)
  return (row) => {
    const value = field.read(row)
    if (value === undefined) return false
    return typeof value === 'string' ? test(value) : value.some(test)
  }
}

/**
 * Compares by the model's three ways: STARTS_WITH and CONTAINS ignore case (SRCH-11) but for ids.
 * @throws AwsError InvalidParameterException for a contains-query outside 2 to 25 characters (SRCH-02)
 */
export function compareStrings(type: StringComparisonType, value: string, isId = false): (text: string) => boolean {
  const length = countCharacters(value)
  if (type === 'CONTAINS' && (length < CONTAINS_MIN || length > CONTAINS_MAX)) {
    throw invalidParameter(`A CONTAINS query takes ${CONTAINS_MIN} to ${CONTAINS_MAX} characters`)
  }
  const ignoreCase = type !== 'EXACT' && !isId
  const wanted = ignoreCase ? value.toLowerCase() : value
  const compare = COMPARISONS[type]
  return (text) => compare(ignoreCase ? text.toLowerCase() : text, wanted)
}

const COMPARISONS = {
  STARTS_WITH: (text: string, wanted: string) => text.startsWith(wanted),
  CONTAINS: (text: string, wanted: string) => text.includes(wanted),
  EXACT: (text: string, wanted: string) => text === wanted,
}
