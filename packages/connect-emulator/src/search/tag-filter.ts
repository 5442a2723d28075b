import type { ControlPlaneAttributeFilter, ControlPlaneTagFilter, TagCondition } from '@aws-sdk/client-connect'
import { invalidParameter } from '../wire/aws-error.ts'
import type { Tags } from '../state/records.ts'
import type { Predicate } from './criteria.ts'

interface Tagged {
  readonly tags?: Tags
}

/** A condition without value holds for any value of its key. */
export function matchesTag({ TagKey = '', TagValue }: TagCondition): Predicate<Tagged> {
  return ({ tags }) => {
    if (!tags || !Object.hasOwn(tags, TagKey)) return false
    return TagValue === undefined || tags[TagKey] === TagValue
  }
}

export function matchesAllTags(conditions: readonly TagCondition[] | undefined): Predicate<Tagged> {
  const parts = (conditions ?? []).map(matchesTag)
  return (row) => parts.every((part) => part(row))
}

/**
 * The plain tag filter: OrConditions is a list of lists (outer or, inner and), AndConditions a flat list (SRCH-07).
 * @throws AwsError InvalidParameterException when more than one of its fields is there
 */
export function compileTagFilter(filter: ControlPlaneTagFilter | undefined): Predicate<Tagged> {
  if (!filter) return () => true
  requireOneField(filter, 'TagFilter')
  if (filter.TagCondition) return matchesTag(filter.TagCondition)
  if (filter.AndConditions) return matchesAllTags(filter.AndConditions)
  if (!filter.OrConditions) return () => true
  const groups = filter.OrConditions.map(matchesAllTags)
  return (row) => groups.some((group) => group(row))
}

/**
 * The attribute filter of hierarchy groups and workspaces: OrConditions is a list of { TagConditions }, AndCondition
 * one of them (SRCH-07).
 * @throws AwsError InvalidParameterException when more than one of its fields is there
 */
export function compileAttributeFilter(filter: ControlPlaneAttributeFilter | undefined): Predicate<Tagged> {
  if (!filter) return () => true
  requireOneField(filter, 'AttributeFilter')
  if (filter.TagCondition) return matchesTag(filter.TagCondition)
  if (filter.AndCondition) return matchesAllTags(filter.AndCondition.TagConditions)
  if (!filter.OrConditions) return () => true
  const groups = filter.OrConditions.map((group) => matchesAllTags(group.TagConditions))
  return (row) => groups.some((group) => group(row))
}

export function requireOneField(filter: object, name: string): void {
  const present = Object.values(filter).filter((value) => value !== undefined)
  if (present.length > 1) throw invalidParameter(`${name} takes only one of ${Object.keys(filter).join(', ')}`)
}
