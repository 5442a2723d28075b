import type { Reference, UserRow } from '@patchbay/contract'
import type { UserSummary } from '../users/user-settings.ts'
import type { Names } from './names.ts'

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

/** What the directory says of a row beside the row. */
export interface RowMarks {
  readonly pending: boolean
  readonly changedAt: string | null
}

export function userRowOf(user: UserSummary, names: Names, { pending, changedAt }: RowMarks): UserRow {
  const { id, username, identity, phone, tags } = user
  return { id, username, identity, phone, tags, ...referencesOf(user, names), pending, changedAt }
}

function reference(id: string, names: ReadonlyMap<string, string>): Reference {
  return { id, name: names.get(id) ?? null }
}
