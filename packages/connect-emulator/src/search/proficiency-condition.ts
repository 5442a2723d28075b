import type { Condition, ListCondition, NumberCondition, UserProficiency } from '@aws-sdk/client-connect'
import type { UserRecord } from '../state/records.ts'
import { invalidParameter } from '../wire/aws-error.ts'
import { compileString, type Predicate, type StringField } from './criteria.ts'

const FIELDS: Record<string, StringField<UserProficiency>> = {
  name: { read: (proficiency) => proficiency.AttributeName },
  value: { read: (proficiency) => proficiency.AttributeValue },
}

/** People who have one proficiency that meets all conditions (SRCH-03). @throws AwsError InvalidParameterException */
export function compileProficiencyCondition({ TargetListType, Conditions = [] }: ListCondition): Predicate<UserRecord> {
  if (TargetListType !== 'PROFICIENCIES') throw invalidParameter('ListCondition.TargetListType must be PROFICIENCIES')
  const parts = Conditions.map(compileCondition)
  return (user) => user.proficiencies.some((proficiency) => parts.every((part) => part(proficiency)))
}

function compileCondition({ StringCondition, NumberCondition }: Condition): Predicate<UserProficiency> {
  if (StringCondition && NumberCondition)
    throw invalidParameter('A condition takes a string or a number condition, not both')
  if (StringCondition) return compileString(StringCondition, FIELDS)
  return NumberCondition ? compileNumber(NumberCondition) : () => true
}

type Compare = (level: number, min: number, max: number) => boolean

const COMPARISONS: Record<string, Compare> = {
  GREATER: (level, min) => level > min,
  GREATER_OR_EQUAL: (level, min) => level >= min,
  LESSER: (level, _min, max) => level < max,
  LESSER_OR_EQUAL: (level, _min, max) => level <= max,
  EQUAL: (level, min) => level === min,
  NOT_EQUAL: (level, min) => level !== min,
  RANGE: (level, min, max) => level >= min && level <= max,
}

/** The one number field is the proficiency's level, called `limit` (SRCH-03). A bound that is not there does not bind. */
function compileNumber({
  FieldName = '',
  ComparisonType = 'EQUAL',
  MinValue,
  MaxValue,
}: NumberCondition): Predicate<UserProficiency> {
  if (FieldName !== 'limit') throw invalidParameter(`FieldName ${FieldName.slice(0, 60)} is not limit`)
  const compare = COMPARISONS[ComparisonType]
  const min = MinValue ?? (ComparisonType === 'RANGE' ? Number.NEGATIVE_INFINITY : MaxValue)
  const max = MaxValue ?? (ComparisonType === 'RANGE' ? Number.POSITIVE_INFINITY : MinValue)
  if (!compare || min === undefined || max === undefined)
    throw invalidParameter('NumberCondition needs MinValue or MaxValue')
  return ({ Level = 0 }) => compare(Level, min, max)
}
