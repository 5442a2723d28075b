import { DescribeUserCommand, type User, type UserPhoneConfig } from '@aws-sdk/client-connect'
import type { Phone } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { requirePathId } from '../path-id.ts'
import { malformed } from '../read-all-pages.ts'
import { ownTags } from '../tag-map.ts'
import type { CallOptions } from '../upstream.ts'
import { versionOf } from '../version.ts'
import { readChannels } from './read-channels.ts'
import type { UserSettings } from './user-settings.ts'

/** One person, read now. Throws NOT_FOUND. */
export async function describeUser(
  instance: Pick<ConnectInstance, 'upstream'> & { readonly info: Pick<ConnectInstance['info'], 'id'> },
  id: string,
  options: CallOptions,
): Promise<UserSettings> {
  requirePathId(id, 'user')
  const answer = await instance.upstream.call(
    'DescribeUser',
    (client, send) => client.send(new DescribeUserCommand({ InstanceId: instance.info.id, UserId: id }), send),
    options,
  )
  return readUser(answer.User)
}

const versions = new WeakMap<UserSettings, string>()

/** The version of everything a person's settings groups hold. When it was read or last written is no part of it. */
export function versionOfUser(settings: UserSettings): string {
  let version = versions.get(settings)
  // A reading that is kept is answered many times.
  if (version === undefined) versions.set(settings, (version = versionOf({ ...settings, lastModifiedAt: null })))
  return version
}

function readUser(user: User | undefined): UserSettings {
  if (!user?.Id || !user.Arn || user.Username === undefined) throw malformed('a user without id, ARN or name')
  const channels = readChannels(user)
  return {
    id: user.Id,
    arn: user.Arn,
    username: user.Username,
    directoryUserId: textOrNull(user.DirectoryUserId),
    identity: {
      firstName: user.IdentityInfo?.FirstName ?? '',
      lastName: user.IdentityInfo?.LastName ?? '',
      email: textOrNull(user.IdentityInfo?.Email),
      secondaryEmail: textOrNull(user.IdentityInfo?.SecondaryEmail),
      mobile: textOrNull(user.IdentityInfo?.Mobile),
    },
    phone: readPhone(user.PhoneConfig, 1),
    persistentConnection: user.PhoneConfig?.PersistentConnection ?? null,
    channels,
    routingProfileId: user.RoutingProfileId ?? null,
    hierarchyGroupId: textOrNull(user.HierarchyGroupId),
    securityProfileIds: user.SecurityProfileIds ?? [],
    tags: ownTags(user.Tags),
    lastModifiedAt: user.LastModifiedTime?.toISOString() ?? null,
  }
}

/** @param unitsPerSecond 1, or 1000 for SearchUsers, which alone tells after-contact work in milliseconds (PHONE-01) */
export function readPhone(phone: UserPhoneConfig | undefined, unitsPerSecond: 1 | 1000): Phone {
  return {
    phoneType: phone?.PhoneType ?? 'SOFT_PHONE',
    autoAccept: phone?.AutoAccept ?? false,
    afterContactWorkSeconds: Math.round((phone?.AfterContactWorkTimeLimit ?? 0) / unitsPerSecond),
    deskPhoneNumber: textOrNull(phone?.DeskPhoneNumber),
  }
}

function textOrNull(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}
