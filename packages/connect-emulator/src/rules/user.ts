import type { User } from '@aws-sdk/client-connect'
import { phoneConfigOf } from '../state/channel-settings.ts'
import type { UserRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { invalidParameter, invalidRequest, notFound } from '../wire/aws-error.ts'
import { arnOf } from './arn.ts'

/** At most 7 of a person's security profiles may carry tag or hierarchy restrictions (HBAC-02, TBAC-03). */
const MAX_GRANULAR_PROFILES = 7

/** @throws AwsError ResourceNotFoundException */
export function requireUser(instance: Instance, id: string): UserRecord {
  const user = instance.users.read(id)
  if (!user) throw notFound(`User ${id.slice(0, 100)} was not found`)
  return user
}

/** Stores a changed person with the time of the change. */
export function updateUser(instance: Instance, user: UserRecord, change: Partial<UserRecord>, now: number): void {
  instance.users.put({ ...user, ...change, lastModifiedTime: now, lastModifiedRegion: instance.record.region })
}

/**
 * Checks the security profiles a person is to have.
 * @throws AwsError ResourceNotFoundException, InvalidParameterException for an id given twice, InvalidRequestException
 * for more than 7 profiles with granular access control
 */
export function requireSecurityProfiles(instance: Instance, ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) throw invalidParameter('SecurityProfileIds must not hold an id twice')
  let granular = 0
  for (const id of ids) {
    const profile = instance.securityProfiles.get(id)
    if (!profile) throw notFound(`Security profile ${id.slice(0, 100)} was not found`)
    if (Object.keys(profile.allowedAccessControlTags).length > 0 || profile.hierarchyRestrictedResources.length > 0)
      granular++
  }
  if (granular > MAX_GRANULAR_PROFILES) {
    throw invalidRequest(
      `A user can have at most ${MAX_GRANULAR_PROFILES} security profiles with granular access control`,
    )
  }
}

/** A person as DescribeUser gives it: after-contact work in seconds (PHONE-01). */
export function userAnswer(instance: Instance, user: UserRecord): User {
  const { channels } = user
  return {
    Id: user.id,
    Arn: arnOf(instance, 'agent', user.id),
    Username: user.username,
    IdentityInfo: user.identity,
    PhoneConfig: phoneConfigOf(channels, 1),
    DirectoryUserId: user.directoryUserId,
    SecurityProfileIds: [...user.securityProfileIds],
    RoutingProfileId: user.routingProfileId,
    HierarchyGroupId: user.hierarchyGroupId,
    Tags: { ...user.tags },
    AutoAcceptConfigs: [...channels.autoAccept],
    AfterContactWorkConfigs: [...channels.afterContactWork],
    PhoneNumberConfigs: [...channels.phoneNumbers],
    PersistentConnectionConfigs: [...channels.persistentConnection],
    VoiceEnhancementConfigs: [...channels.voiceEnhancement],
    LastModifiedTime: new Date(user.lastModifiedTime),
    LastModifiedRegion: user.lastModifiedRegion,
  }
}
