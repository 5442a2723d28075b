import type { HierarchyGroupRecord, HierarchyLevelRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import type { World } from '../state/world.ts'
import type { Random } from './random.ts'

const LEVEL_NAMES = ['Region', 'Country', 'Site', 'Department', 'Team']
/** How the groups spread over the levels; the last level takes the rest. */
const LEVEL_SHARES = [0.025, 0.075, 0.2, 0.3]

const GEOGRAPHY: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'Europe, Middle East and Africa': {
    Deutschland: ['München', 'Leipzig', 'Köln'],
    Україна: ['Київ', 'Львів', 'Одеса'],
    ישראל: ['חיפה', 'תל אביב', 'באר שבע'],
    الإمارات: ['دبي', 'أبو ظبي', 'الشارقة'],
    Türkiye: ['İzmir', 'Eskişehir', 'Muğla'],
    Polska: ['Kraków', 'Łódź', 'Wrocław'],
    France: ['Lyon', 'Orléans', 'Besançon'],
    España: ['Málaga', 'A Coruña', 'Alcalá de Henares'],
  },
  Americas: {
    Canada: ['Québec', 'Halifax', 'Trois-Rivières'],
    'United States': ['Austin', 'Tucson', 'Sioux Falls'],
    México: ['Mérida', 'León', 'San Luis Potosí'],
    Brasil: ['São Paulo', 'Brasília', 'Florianópolis'],
  },
  'Asia Pacific': {
    भारत: ['पुणे', 'जयपुर', 'कोच्चि'],
    中国: ['大连', '成都', '合肥'],
    대한민국: ['부산', '대전', '광주'],
    'Việt Nam': ['Hải Phòng', 'Đà Nẵng', 'Cần Thơ'],
    Philippines: ['Manila', 'Cebu', 'Davao'],
  },
  日本: {
    関東: ['東京', '横浜', 'さいたま'],
    関西: ['大阪', '神戸', '京都'],
    九州: ['福岡', '長崎', '鹿児島'],
  },
}
const REGIONS = Object.keys(GEOGRAPHY)
const COUNTRIES = Object.assign({}, ...Object.values(GEOGRAPHY)) as Readonly<Record<string, readonly string[]>>

// The short lists of departments and teams are on purpose: equal names under different parents are the normal case.
const DEPARTMENTS = ['Sales', 'Service', 'Claims', 'Billing', 'Technical support', 'Retention', 'Back office']
const TEAMS = ['Team 1', 'Team 2', 'Team 3', 'Night shift', 'New starters', 'Quality']

/** What the groups below a parent (none: of level one) can be called. A name can carry a number: "Deutschland 2". */
function namesBelow(level: number, parent: string): readonly string[] {
  const known = parent.replace(/ \d+$/, '')
  if (level === 0) return REGIONS
  if (level === 1) return Object.keys(GEOGRAPHY[known] ?? {})
  if (level === 2) return COUNTRIES[known] ?? []
  return level === 3 ? DEPARTMENTS : TEAMS
}

/** Gives an instance five levels and so many groups; every group but those of level one has a parent one level up. */
export function seedHierarchy(world: World, instance: Instance, count: number, random: Random, now: number): void {
  const levels: HierarchyLevelRecord[] = LEVEL_NAMES.map((name) => ({ id: random.uuid(), name, lastModifiedTime: now }))
  instance.record = { ...instance.record, levels }
  let parents: readonly HierarchyGroupRecord[] = []
  groupsPerLevel(count).forEach((groups, at) => {
    const level = levels[at]
    if (!level) return
    const made: HierarchyGroupRecord[] = []
    for (let index = 0; index < groups; index++) {
      // Parents take turns. Siblings differ, cousins can share a name.
      const place = index % Math.max(parents.length, 1)
      const turn = Math.floor(index / Math.max(parents.length, 1))
      const parent = parents[place]
      const name = nameAt(namesBelow(at, parent?.name ?? ''), at > 2 ? place : 0, turn)
      made.push(group(world.nextSeq(), level.id, parent?.id, name, random, instance, now))
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

/** The name for a parent's child number `turn`, where the names start at `start`; numbered when they are used up. */
function nameAt(names: readonly string[], start: number, turn: number): string {
  const name = names[(start + turn) % names.length] ?? 'Group'
  const round = Math.floor(turn / Math.max(names.length, 1))
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
