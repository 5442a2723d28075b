import type { SecurityProfile } from '@patchbay/contract'

/** What counts of a profile when it is held together with others. */
export type HeldProfile = Pick<
  SecurityProfile,
  | 'id'
  | 'name'
  | 'permissions'
  | 'allowedAccessControlTags'
  | 'tagRestrictedResources'
  | 'hierarchyRestrictedResources'
  | 'allowedAccessControlHierarchyGroupId'
>

/** Names of permissions about a kind of resource that a profile can be restricted on: SP-09 names the resources, not the permissions. */
const permissionsOn: Readonly<Record<string, string>> = {
  User: 'Users.',
  SecurityProfile: 'SecurityProfiles.',
  Queue: 'Queues.',
  RoutingProfile: 'RoutingPolicies.',
}

/** One profile's restriction that does not hold, because another one gives the same permissions more widely. */
export interface Widening {
  readonly restricted: string
  readonly widenedBy: string
  readonly resource: string
  readonly permissions: readonly string[]
  /** False: the other one is restricted too, to something else, and what either reaches is reached (TBAC-02, HBAC-02). */
  readonly isUnrestricted: boolean
}

export interface SetEffect {
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** Restrictions that held before, or were not there, and do not hold now. */
  readonly widened: readonly Widening[]
  /** Restrictions that did not hold before either. */
  readonly alreadyWide: readonly Widening[]
}

/** What changes for somebody who held the profiles `before` and holds `after`: permissions are their union (SP-13). */
export function effectOf(before: readonly HeldProfile[], after: readonly HeldProfile[]): SetEffect {
  const held = unionOf(before)
  const then = unionOf(after)
  const old = new Set(wideningsIn(before).map(keyOf))
  const now = wideningsIn(after)
  return {
    gained: [...then.difference(held)].toSorted(),
    lost: [...held.difference(then)].toSorted(),
    widened: now.filter((one) => !old.has(keyOf(one))),
    alreadyWide: now.filter((one) => old.has(keyOf(one))),
  }
}

function unionOf(profiles: readonly HeldProfile[]): Set<string> {
  return new Set(profiles.flatMap((profile) => profile.permissions))
}

function keyOf({ restricted, widenedBy, resource, permissions }: Widening): string {
  return JSON.stringify([restricted, widenedBy, resource, permissions])
}

/**
 * Every pair of profiles of which the second takes the first's restriction away, permission by permission: an unrestricted
 * profile wins over a restricted one for what both grant, and for nothing else (TBAC-04).
 */
function wideningsIn(profiles: readonly HeldProfile[]): Widening[] {
  return profiles.flatMap((restricted) =>
    restrictedResources(restricted).flatMap((resource) =>
      profiles.flatMap((other): Widening[] => {
        const reach = restrictionOn(other, resource)
        if (other.id === restricted.id || isWithin(reach, restrictionOn(restricted, resource))) return []
        const shared = new Set(other.permissions)
        const permissions = restricted.permissions.filter((name) => isAbout(name, resource) && shared.has(name))
        if (permissions.length === 0) return []
        const names = { restricted: restricted.name, widenedBy: other.name }
        return [{ ...names, resource, permissions, isUnrestricted: reach === undefined }]
      }),
    ),
  )
}

function restrictedResources(profile: HeldProfile): string[] {
  const named = new Set([...profile.tagRestrictedResources, ...profile.hierarchyRestrictedResources])
  return [...named].filter((resource) => restrictionOn(profile, resource) !== undefined)
}

interface Restriction {
  readonly tags: Readonly<Record<string, string>>
  /** Undefined: not by the hierarchy. Null: the person's own group. */
  readonly groupId: string | null | undefined
}

/** Undefined where everything is reached. Tags and hierarchy both have to hold (HBAC-02). */
function restrictionOn(profile: HeldProfile, resource: string): Restriction | undefined {
  const tags = profile.tagRestrictedResources.includes(resource) ? profile.allowedAccessControlTags : {}
  const isInHierarchy = profile.hierarchyRestrictedResources.includes(resource)
  if (Object.keys(tags).length === 0 && !isInHierarchy) return undefined
  return { tags, groupId: isInHierarchy ? profile.allowedAccessControlHierarchyGroupId : undefined }
}

/**
 * Whether all that `inner` reaches `outer` reaches too: all tags of a profile have to match (TBAC-02), so more of them reach
 * less. Groups are compared as they are: which one lies below which is not known here.
 */
function isWithin(inner: Restriction | undefined, outer: Restriction | undefined): boolean {
  if (outer === undefined) return true
  if (inner === undefined) return false
  const hasTags = Object.entries(outer.tags).every(([key, value]) => inner.tags[key] === value)
  return hasTags && (outer.groupId === undefined || outer.groupId === inner.groupId)
}

function isAbout(permission: string, resource: string): boolean {
  return permission.startsWith(permissionsOn[resource] ?? `${resource}s.`)
}
