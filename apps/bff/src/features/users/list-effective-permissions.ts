import type { AccessScope, EffectivePermissions } from '@patchbay/contract'
import { referencesOf } from '../../connect/directory/user-row.ts'
import type { ProfileSettings } from '../../connect/security-profiles/profile-settings.ts'
import type { UserSettings } from '../../connect/users/user-settings.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'
import { viewProfile, type ProfileReading } from '../security-profiles/read-profile.ts'
import type { UserReading } from './read-user.ts'

/** The profiles of a person taken together: a union, where one without restriction outranks a restricted one (SP-13, TBAC-04). */
export async function listEffectivePermissions(
  caller: Caller,
  { settings, asOf, isStale }: UserReading,
  { fresh }: { readonly fresh: boolean },
): Promise<EffectivePermissions> {
  const readings = (await Promise.all(settings.securityProfileIds.map((id) => findProfile(caller, id, fresh)))).filter(
    (reading) => reading !== undefined,
  )
  const profiles = readings.map((reading) => reading.settings)
  const grantedBy = new Map<string, string[]>()
  for (const { id, permissions } of profiles) {
    for (const name of permissions) grantedBy.set(name, [...(grantedBy.get(name) ?? []), id])
  }
  return {
    items: [...grantedBy].map(([name, ids]) => ({ name, grantedBy: ids })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    total: grantedBy.size,
    scopes: await scopesOf(caller, settings, profiles),
    asOf: new Date(Math.min(...[asOf, ...readings.map((one) => one.asOf)].map(Number))).toISOString(),
    complete: true,
    isStale: isStale || readings.some((one) => one.isStale),
  }
}

/** A profile that was deleted meanwhile grants nothing. */
async function findProfile(caller: Caller, id: string, fresh: boolean): Promise<ProfileReading | undefined> {
  return await viewProfile(caller, id, { fresh }).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'NOT_FOUND') return undefined
    throw error
  })
}

async function scopesOf(
  { instance, signal }: Caller,
  { hierarchyGroupId: ownGroupId }: UserSettings,
  profiles: readonly ProfileSettings[],
): Promise<AccessScope[]> {
  const groupIds = [ownGroupId, ...profiles.map((profile) => profile.allowedAccessControlHierarchyGroupId)]
  const carried = { routingProfileId: null, securityProfileIds: [] }
  const names = await instance.directory.readNames(
    groupIds.map((hierarchyGroupId) => ({ ...carried, hierarchyGroupId })),
    { signal },
  )
  const groupOf = (hierarchyGroupId: string | null) =>
    referencesOf({ ...carried, hierarchyGroupId }, names).hierarchyGroup
  const resources = new Set(
    profiles.flatMap((profile) => [...profile.tagRestrictedResources, ...profile.hierarchyRestrictedResources]),
  )
  return [...resources].toSorted().map((resource) => {
    const restricting = profiles.filter((profile) => isRestricting(profile, resource))
    return {
      resource,
      restrictedBy: restricting.map((profile) => {
        const { id, allowedAccessControlTags, allowedAccessControlHierarchyGroupId: named } = profile
        return {
          profileId: id,
          tags: profile.tagRestrictedResources.includes(resource) ? allowedAccessControlTags : {},
          hierarchy: profile.hierarchyRestrictedResources.includes(resource)
            ? { isOwn: named === null, group: groupOf(named ?? ownGroupId) }
            : null,
        }
      }),
      unrestrictedBy: profiles.filter((profile) => !restricting.includes(profile)).map(({ id }) => id),
    }
  })
}

function isRestricting(profile: ProfileSettings, resource: string): boolean {
  return profile.tagRestrictedResources.includes(resource) || profile.hierarchyRestrictedResources.includes(resource)
}
