import type { HierarchyGroupRecord, HierarchyLevelRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import type { Random } from './random.ts'

const LEVEL_NAMES = ['Region', 'Country', 'Site', 'Department', 'Team']
/** How the groups spread over the levels; the last level takes the rest. */
const LEVEL_SHARES = [0.025, 0.075, 0.2, 0.3]

// The short lists of departments and teams are on purpose: equal names under different parents are the normal case.
const GROUP_NAMES: readonly (readonly string[])[] = [
  ['Americas', 'Europe, Middle East and Africa', 'Asia Pacific', '日本', 'Latin America'],
  [
    'Deutschland',
    'France',
    'España',
    'Polska',
    'Україна',
    'ישראל',
    'الإمارات',
    'भारत',
    '中国',
    '대한민국',
    'Türkiye',
    'Canada',
    'United States',
    'México',
    'Portugal',
    'Việt Nam',
  ],
  [
    'Lisbon',
    'Kraków',
    'Austin',
    'Manila',
    'Nairobi',
    'Osaka',
    'München',
    'Québec',
    'São Paulo',
    'Łódź',
    'İzmir',
    'Hải Phòng',
  ],
  ['Sales', 'Service', 'Claims', 'Billing', 'Technical support', 'Retention', 'Back office'],
  ['Team 1', 'Team 2', 'Team 3', 'Night shift', 'New starters', 'Quality'],
]

/** Gives an instance five levels and so many groups; every group but those of level one has a parent one level up. */
export function seedHierarchy(world: World, instance: Instance, count: number, random: Random, now: number): void {
  const levels: HierarchyLevelRecord[] = LEVEL_NAMES.map((name) => ({ id: random.uuid(), name, lastModifiedTime: now }))
  instance.record = { ...instance.record, levels }
  let parents: readonly HierarchyGroupRecord[] = []
  groupsPerLevel(count).forEach((groups, at) => {
    const level = levels[at]
    if (!level) return
    const names = GROUP_NAMES[at] ?? []
    const made: HierarchyGroupRecord[] = []
    for (let index = 0; index < groups; index++) {
      // Parents take turns and names follow the turn, so that siblings differ and cousins share.
      const parent = parents[index % Math.max(parents.length, 1)]
      const turn = parents.length > 0 ? Math.floor(index / parents.length) + (at > 2 ? 0 : index) : index
      made.push(group(world.nextSeq(), level.id, parent?.id, nameAt(names, turn), random, instance, now))
    }
    made.forEach((row) => instance.hierarchyGroups.put(row))
    parents = made
  })
}

function groupsPerLevel(count: number): number[] {
  if (count < LEVEL_NAMES.length) return LEVEL_NAMES.slice(0, count).map(() => 1)
  const upper = LEVEL_SHARES.map((share) => Math.max(1, Math.floor(count * share)))
  return [...upper, count - upper.reduce((sum, groups) => sum + groups, 0)]
}

function nameAt(names: readonly string[], turn: number): string {
  const name = names[turn % names.length] ?? 'Group'
  const round = Math.floor(turn / names.length)
  return round === 0 ? name : `${name} ${round + 1}`
}

function group(
  seq: number,
  levelId: string,
  parentId: string | undefined,
  name: string,
  random: Random,
  instance: Instance,
  now: number,
): HierarchyGroupRecord {
  return {
    id: random.uuid(),
    seq,
    name,
    levelId,
    parentId,
    tags: random.chance(0.1) ? { CostCentre: String(1000 + random.integer(9000)) } : {},
    lastModifiedTime: now - random.integer(400 * 24 * 3600) * 1000,
    lastModifiedRegion: instance.record.region,
  }
}
