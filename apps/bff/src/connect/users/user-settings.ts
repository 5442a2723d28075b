import type { ChannelSettings, Identity, Phone, Tags } from '@patchbay/contract'

/** A person as DescribeUser tells, in our words: ids not names, seconds, null for what is not set. */
export interface UserSettings {
  readonly id: string
  /** What tagging asks for. */
  readonly arn: string
  readonly username: string
  /** Who this is in the directory that the instance belongs to; of other instances Connect’s own. */
  readonly directoryUserId: string | null
  readonly identity: Identity
  readonly phone: Phone
  /** Read to be written back: UpdateUserPhoneConfig takes it beside the phone. Null: Connect told nothing. */
  readonly persistentConnection: boolean | null
  readonly channels: readonly ChannelSettings[]
  readonly routingProfileId: string | null
  readonly hierarchyGroupId: string | null
  readonly securityProfileIds: readonly string[]
  readonly tags: Tags
  readonly lastModifiedAt: string | null
}

/** What SearchUsers tells of the same: no e-mail addresses, no mobile, no time of the last change (USR-23). */
export interface UserSummary extends Pick<
  UserSettings,
  'id' | 'username' | 'phone' | 'routingProfileId' | 'hierarchyGroupId' | 'securityProfileIds' | 'tags'
> {
  readonly identity: Pick<Identity, 'firstName' | 'lastName'>
}

export function summaryOf(user: UserSettings): UserSummary {
  const { id, username, phone, routingProfileId, hierarchyGroupId, securityProfileIds, tags } = user
  const { firstName, lastName } = user.identity
  return {
    id,
    username,
    phone,
    routingProfileId,
    hierarchyGroupId,
    securityProfileIds,
    tags,
    identity: { firstName, lastName },
  }
}
