import type { Tags } from '@patchbay/contract'

/** A security profile whole, as its operations together tell. */
export interface ProfileSettings {
  readonly id: string
  readonly name: string
  readonly description: string
  /** To the last page, sorted. */
  readonly permissions: readonly string[]
  readonly tags: Tags
  readonly allowedAccessControlTags: Readonly<Record<string, string>>
  readonly tagRestrictedResources: readonly string[]
  readonly hierarchyRestrictedResources: readonly string[]
  readonly allowedAccessControlHierarchyGroupId: string | null
  readonly lastModifiedAt: string | null
}

/** What the lists tell of a profile. */
export type ProfileSummary = Pick<ProfileSettings, 'id' | 'name' | 'description' | 'tags' | 'lastModifiedAt'>

export function summaryOfProfile({ id, name, description, tags, lastModifiedAt }: ProfileSettings): ProfileSummary {
  return { id, name, description, tags, lastModifiedAt }
}
