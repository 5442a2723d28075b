import type { RoutingProfileRow } from '@patchbay/contract'
import { readHierarchy, type HierarchyReading } from '../hierarchy/read-hierarchy.ts'
import { KeptReading, type Reading } from '../kept-reading.ts'
import { listRoutingProfiles } from '../routing-profiles/list-routing-profiles.ts'
import { listSecurityProfiles } from '../security-profiles/list-security-profiles.ts'
import type { ProfileSummary } from '../security-profiles/profile-settings.ts'
import type { CallOptions, Upstream } from '../upstream.ts'
import { searchUsers } from '../users/search-users.ts'
import type { UserSummary } from '../users/user-settings.ts'
import { OwnWrites } from './own-writes.ts'

/** People change often, and a list of them is what work starts from. */
export const PEOPLE_KEEP_MS = 30_000
/** Profiles, groups and routing profiles change seldom, and are read mostly for their names. */
export const NAMES_KEEP_MS = 300_000

interface ReadOptions extends CallOptions {
  /** How old a kept reading may be; 0 reads anew. */
  readonly maxAgeMs?: number
}

/** All people, profiles and groups of one instance, kept in memory for a short while. */
export interface Directory {
  readPeople(options?: ReadOptions): Promise<Reading<readonly UserSummary[]>>
  readSecurityProfiles(options?: ReadOptions): Promise<Reading<readonly ProfileSummary[]>>
  readHierarchy(options?: ReadOptions): Promise<Reading<HierarchyReading>>
  readRoutingProfiles(options?: ReadOptions): Promise<Reading<readonly RoutingProfileRow[]>>
  /** Names for ids; where they cannot be read again the last known ones do. */
  readNames(options?: ReadOptions): Promise<Names>
  readonly ownUsers: OwnWrites<UserSummary>
  readonly ownProfiles: OwnWrites<ProfileSummary>
}

export interface Names {
  readonly securityProfiles: ReadonlyMap<string, string>
  readonly routingProfiles: ReadonlyMap<string, string>
  readonly groupPaths: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>
}

export function createDirectory(upstream: Upstream, instanceId: string): Directory {
  const { now } = upstream
  const kept = <Value>(read: (up: Upstream, id: string, signal: AbortSignal) => Promise<Value>, keepMs: number) =>
    new KeptReading<Value>({ read: (signal) => read(upstream, instanceId, signal), now, keepMs })

  const people = kept(searchUsers, PEOPLE_KEEP_MS)
  const profiles = kept(listSecurityProfiles, NAMES_KEEP_MS)
  const hierarchy = kept(readHierarchy, NAMES_KEEP_MS)
  const routing = kept(listRoutingProfiles, NAMES_KEEP_MS)
  const ownUsers = new OwnWrites<UserSummary>(now)
  const ownProfiles = new OwnWrites<ProfileSummary>(now)

  async function withOwn<Row extends { readonly id: string }>(reading: Promise<Reading<Row[]>>, own: OwnWrites<Row>) {
    const { value, asOf } = await reading
    return { value: own.over(value), asOf }
  }

  return {
    ownUsers,
    ownProfiles,
    readPeople: (options) => withOwn(people.get(options), ownUsers),
    readSecurityProfiles: (options) => withOwn(profiles.get(options), ownProfiles),
    readHierarchy: (options) => hierarchy.get(options),
    readRoutingProfiles: (options) => routing.get(options),
    async readNames(options) {
      const [profileReading, hierarchyReading, routingReading] = await Promise.all([
        withOwn(profiles.getOrKept(options), ownProfiles),
        hierarchy.getOrKept(options),
        routing.getOrKept(options),
      ])
      return {
        securityProfiles: namesById(profileReading.value),
        routingProfiles: namesById(routingReading.value),
        groupPaths: new Map(hierarchyReading.value.groups.map(({ id, path }) => [id, path])),
      }
    },
  }
}

function namesById(rows: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]))
}
