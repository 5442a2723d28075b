import type {
  AttributeAndCondition,
  ControlPlaneUserAttributeFilter,
  HierarchyGroupCondition,
  UserSearchCriteria,
  UserSearchFilter,
} from '@aws-sdk/client-connect'
import { withDescendants } from '../rules/hierarchy.ts'
import type { UserRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { AwsError, invalidParameter } from '../wire/aws-error.ts'
import { compileCriteria, compileString, type Predicate, type StringField } from './criteria.ts'
import { compileProficiencyCondition } from './proficiency-condition.ts'
import { compileTagFilter, matchesAllTags, matchesTag, requireOneField } from './tag-filter.ts'

const MAX_TAG_CONDITIONS = 25
const MAX_HIERARCHY_GROUP_CONDITIONS = 20

const FIELDS: Record<string, StringField<UserRecord>> = {
  Username: { read: (user) => user.username },
  FirstName: { read: (user) => user.identity.FirstName },
  LastName: { read: (user) => user.identity.LastName },
  RoutingProfileId: { read: (user) => user.routingProfileId, isId: true },
  SecurityProfileId: { read: (user) => user.securityProfileIds, isId: true },
  resourceId: { read: (user) => user.id, isId: true },
}

/** Criteria of SearchUsers as a predicate (SRCH-01, SRCH-03, SRCH-04). */
export function compileUserCriteria(
  criteria: UserSearchCriteria | undefined,
  instance: Instance,
): Predicate<UserRecord> {
  return compileCriteria(criteria, ({ StringCondition, HierarchyGroupCondition, ListCondition }) => {
    const leaves: Predicate<UserRecord>[] = []
    if (StringCondition) leaves.push(compileString(StringCondition, FIELDS))
    if (HierarchyGroupCondition) leaves.push(inHierarchyGroup(HierarchyGroupCondition, instance))
    if (ListCondition) leaves.push(compileProficiencyCondition(ListCondition))
    return leaves
  })
}

/**
 * Filter of SearchUsers as a predicate.
 * @throws AwsError AccessDeniedException when both filters are there (SRCH-06)
 */
export function compileUserFilter(filter: UserSearchFilter | undefined, instance: Instance): Predicate<UserRecord> {
  if (filter?.TagFilter && filter.UserAttributeFilter) {
    throw new AwsError('AccessDeniedException', 'TagFilter and UserAttributeFilter cannot be used together')
  }
  if (filter?.UserAttributeFilter) return compileUserAttributeFilter(filter.UserAttributeFilter, instance)
  return compileTagFilter(filter?.TagFilter)
}

function compileUserAttributeFilter(
  filter: ControlPlaneUserAttributeFilter,
  instance: Instance,
): Predicate<UserRecord> {
  requireOneField(filter, 'UserAttributeFilter')
  requireFilterSize(filter)
  if (filter.TagCondition) return matchesTag(filter.TagCondition)
  if (filter.HierarchyGroupCondition) return inHierarchyGroup(filter.HierarchyGroupCondition, instance)
  if (filter.AndCondition) return matchesAll(filter.AndCondition, instance)
  if (!filter.OrConditions) return () => true
  const groups = filter.OrConditions.map((group) => matchesAll(group, instance))
  return (user) => groups.some((group) => group(user))
}

function matchesAll(
  { TagConditions, HierarchyGroupCondition }: AttributeAndCondition,
  instance: Instance,
): Predicate<UserRecord> {
  const tags = matchesAllTags(TagConditions)
  const group = HierarchyGroupCondition ? inHierarchyGroup(HierarchyGroupCondition, instance) : undefined
  return (user) => tags(user) && (group?.(user) ?? true)
}

/** At most 25 tag conditions and 20 hierarchy group conditions in one filter (SRCH-07). */
function requireFilterSize({ OrConditions, AndCondition }: ControlPlaneUserAttributeFilter): void {
  const groups = OrConditions ?? (AndCondition ? [AndCondition] : [])
  const tags = groups.reduce((sum, group) => sum + (group.TagConditions?.length ?? 0), 0)
  const hierarchyGroups = groups.filter((group) => group.HierarchyGroupCondition).length
  if (tags > MAX_TAG_CONDITIONS) throw invalidParameter(`A filter takes at most ${MAX_TAG_CONDITIONS} tag conditions`)
  if (hierarchyGroups > MAX_HIERARCHY_GROUP_CONDITIONS) {
    throw invalidParameter(`A filter takes at most ${MAX_HIERARCHY_GROUP_CONDITIONS} hierarchy group conditions`)
  }
}

function inHierarchyGroup(
  { Value = '', HierarchyGroupMatchType = 'EXACT' }: HierarchyGroupCondition,
  instance: Instance,
): Predicate<UserRecord> {
  if (HierarchyGroupMatchType === 'EXACT') return (user) => user.hierarchyGroupId === Value
  const wanted = withDescendants(instance, Value)
  return (user) => user.hierarchyGroupId !== undefined && wanted.has(user.hierarchyGroupId)
}
