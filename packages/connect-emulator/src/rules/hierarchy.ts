import type { HierarchyGroup, HierarchyGroupSummary, HierarchyPath } from '@aws-sdk/client-connect'
import type { HierarchyGroupRecord, HierarchyLevelRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { duplicate, invalidRequest, notFound } from '../wire/aws-error.ts'
import { arnOf } from './arn.ts'

export const LEVEL_KEYS = ['LevelOne', 'LevelTwo', 'LevelThree', 'LevelFour', 'LevelFive'] as const

/** @throws AwsError ResourceNotFoundException */
export function requireHierarchyGroup(instance: Instance, id: string): HierarchyGroupRecord {
  const group = instance.hierarchyGroups.read(id)
  if (!group) throw notFound(`Hierarchy group ${id.slice(0, 100)} was not found`)
  return group
}

/**
 * The level of a new group: the first, or the one below its parent's (HIER-07).
 * @throws AwsError InvalidRequestException when there is none
 */
export function levelBelow(instance: Instance, parent: HierarchyGroupRecord | undefined): HierarchyLevelRecord {
  const { levels } = instance.record
  const level = levels[parent ? levels.findIndex(({ id }) => id === parent.levelId) + 1 : 0]
  if (!level) throw invalidRequest('The hierarchy structure has no level for this group')
  return level
}

/** Names are unique among siblings (HIER-09). @throws AwsError DuplicateResourceException */
export function requireFreeGroupName(
  instance: Instance,
  name: string,
  parentId: string | undefined,
  exceptId?: string,
): void {
  const taken = instance.hierarchyGroups.find(
    (group) => group.name === name && group.parentId === parentId && group.id !== exceptId,
  )
  if (taken) throw duplicate(`A hierarchy group named ${name} already exists there`)
}

/** The ids of a group and of all groups below it; only the id itself when the group is unknown. */
export function withDescendants(instance: Instance, id: string): Set<string> {
  const found = new Set([id])
  // A group is created after its parent, and rows are in order of creation, so one pass reaches every depth.
  for (const group of instance.hierarchyGroups)
    if (group.parentId !== undefined && found.has(group.parentId)) found.add(group.id)
  return found
}

export function hierarchyGroupSummary(instance: Instance, group: HierarchyGroupRecord): HierarchyGroupSummary {
  return {
    Id: group.id,
    Arn: arnOf(instance, 'agent-group', group.id),
    Name: group.name,
    LastModifiedTime: new Date(group.lastModifiedTime),
    LastModifiedRegion: group.lastModifiedRegion,
  }
}

/** A group as Describe and Search give it, with the path from level one down to itself (HIER-10). */
export function hierarchyGroupAnswer(instance: Instance, group: HierarchyGroupRecord): HierarchyGroup {
  const path: HierarchyGroupRecord[] = []
  for (let at: HierarchyGroupRecord | undefined = group; at; at = parentOf(instance, at)) path.unshift(at)
  const HierarchyPath: HierarchyPath = {}
  path.slice(0, LEVEL_KEYS.length).forEach((member, level) => {
    const key = LEVEL_KEYS[level]
    if (key) HierarchyPath[key] = hierarchyGroupSummary(instance, member)
  })
  return { ...hierarchyGroupSummary(instance, group), LevelId: group.levelId, HierarchyPath, Tags: { ...group.tags } }
}

function parentOf(instance: Instance, group: HierarchyGroupRecord): HierarchyGroupRecord | undefined {
  return group.parentId === undefined ? undefined : instance.hierarchyGroups.get(group.parentId)
}
