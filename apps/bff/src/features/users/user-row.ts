import type { Reference, UserRow } from '@patchbay/contract'
import type { Names } from '../../connect/directory/directory.ts'
import type { UserSummary } from '../../connect/users/user-settings.ts'

/** References with names. `name` is null where Connect no longer has what the id names. */
export function referencesOf(
  user: Pick<UserSummary, 'routingProfileId' | 'hierarchyGroupId' | 'securityProfileIds'>,
  names: Names,
): Pick<UserRow, 'routingProfile' | 'hierarchyGroup' | 'securityProfiles'> {
  const { routingProfileId, hierarchyGroupId, securityProfileIds } = user
  const path = hierarchyGroupId === null ? undefined : names.groupPaths.get(hierarchyGroupId)
  return {
    routingProfile: routingProfileId === null ? null : reference(routingProfileId, names.routingProfiles),
    hierarchyGroup:
      hierarchyGroupId === null
        ? null
        : { id: hierarchyGroupId, name: path?.at(-1)?.name ?? null, path: [...(path ?? [])] },
    securityProfiles: securityProfileIds.map((id) => reference(id, names.securityProfiles)),
  }
}

export function userRowOf(user: UserSummary, names: Names): UserRow {
  const { id, username, identity, phone, tags } = user
  return { id, username, identity, phone, tags, ...referencesOf(user, names) }
}

function reference(id: string, names: ReadonlyMap<string, string>): Reference {
  return { id, name: names.get(id) ?? null }
}
