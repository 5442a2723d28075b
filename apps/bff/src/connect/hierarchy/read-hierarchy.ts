import {
  DescribeUserHierarchyStructureCommand,
  SearchUserHierarchyGroupsCommand,
  type HierarchyGroup,
  type HierarchyStructure,
} from '@aws-sdk/client-connect'
import type { HierarchyLevel } from '@patchbay/contract'
import { malformed, readAllPages } from '../read-all-pages.ts'
import type { CallOptions, Upstream } from '../upstream.ts'

/** A group with the groups above it, from the top, and itself last. */
export interface GroupSummary {
  readonly id: string
  readonly name: string
  readonly levelId: string
  readonly parentId: string | null
  readonly path: readonly { readonly id: string; readonly name: string }[]
}

export interface HierarchyReading {
  readonly levels: readonly HierarchyLevel[]
  readonly groups: readonly GroupSummary[]
}

const LEVELS = ['LevelOne', 'LevelTwo', 'LevelThree', 'LevelFour', 'LevelFive'] as const

/** Levels and all groups. ListUserHierarchyGroups would not do: its rows have neither parent nor level (HIER-10). */
export async function readHierarchy(
  upstream: Upstream,
  InstanceId: string,
  call: CallOptions,
): Promise<HierarchyReading> {
  const [structure, groups] = await Promise.all([
    upstream.call(
      'DescribeUserHierarchyStructure',
      (client, send) => client.send(new DescribeUserHierarchyStructureCommand({ InstanceId }), send),
      call,
    ),
    searchGroups(upstream, InstanceId, call),
  ])
  return { levels: readLevels(structure.HierarchyStructure), groups: groups.map(readGroup) }
}

async function searchGroups(upstream: Upstream, InstanceId: string, call: CallOptions) {
  return await readAllPages((NextToken) =>
    upstream.call(
      'SearchUserHierarchyGroups',
      async (client, send) => {
        const command = new SearchUserHierarchyGroupsCommand({ InstanceId, MaxResults: 100, NextToken })
        const answer = await client.send(command, send)
        return { rows: answer.UserHierarchyGroups, nextToken: answer.NextToken }
      },
      call,
    ),
  )
}

/** A new instance has no levels, and an empty structure or none (HIER-02). */
function readLevels(structure: HierarchyStructure | undefined): HierarchyLevel[] {
  return LEVELS.flatMap((name, at) => {
    const level = structure?.[name]
    return level?.Id ? [{ id: level.Id, number: at + 1, name: level.Name ?? '' }] : []
  })
}

function readGroup(group: HierarchyGroup): GroupSummary {
  if (!group.Id || group.Name === undefined || !group.LevelId)
    throw malformed('a hierarchy group without id, name or level')
  const above = LEVELS.flatMap((name) => {
    const one = group.HierarchyPath?.[name]
    return one?.Id && one.Id !== group.Id ? [{ id: one.Id, name: one.Name ?? '' }] : []
  })
  return {
    id: group.Id,
    name: group.Name,
    levelId: group.LevelId,
    parentId: above.at(-1)?.id ?? null,
    path: [...above, { id: group.Id, name: group.Name }],
  }
}
