import {
  DeleteUserCommand,
  UpdateUserHierarchyCommand,
  UpdateUserIdentityInfoCommand,
  UpdateUserPhoneConfigCommand,
  UpdateUserRoutingProfileCommand,
  UpdateUserSecurityProfilesCommand,
  type UserIdentityInfo,
  type UserPhoneConfig,
} from '@aws-sdk/client-connect'
import type { Identity, IdentityManagementType, Phone } from '@patchbay/contract'
import { identityFieldLock } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import type { ConnectInstance } from '../connect-door.ts'
import { isOutcomeUnknown } from '../error-table.ts'
import { requirePathId } from '../path-id.ts'
import type { WriteOptions } from '../upstream.ts'
import { describeUser } from './describe-user.ts'

function target(instance: ConnectInstance, id: string) {
  requirePathId(id, 'user')
  return { InstanceId: instance.info.id, UserId: id }
}

export async function updateUserIdentityInfo(
  instance: ConnectInstance,
  id: string,
  identity: Identity,
  options: WriteOptions = {},
): Promise<void> {
  const IdentityInfo = identityInfo(instance.info.identityManagementType, identity)
  const command = new UpdateUserIdentityInfoCommand({ ...target(instance, id), IdentityInfo })
  await instance.upstream.call('UpdateUserIdentityInfo', (client, send) => client.send(command, send), options)
}

/** @param persistentConnection as it was read, since the call sets it too; null sends nothing */
export async function updateUserPhoneConfig(
  instance: ConnectInstance,
  id: string,
  phone: Phone,
  persistentConnection: boolean | null,
  options: WriteOptions = {},
): Promise<void> {
  const PhoneConfig: UserPhoneConfig = {
    ...phoneConfig(phone),
    ...(persistentConnection === null ? {} : { PersistentConnection: persistentConnection }),
  }
  const command = new UpdateUserPhoneConfigCommand({ ...target(instance, id), PhoneConfig })
  await instance.upstream.call('UpdateUserPhoneConfig', (client, send) => client.send(command, send), options)
}

export async function updateUserRoutingProfile(
  instance: ConnectInstance,
  id: string,
  routingProfileId: string,
  options: WriteOptions = {},
): Promise<void> {
  const command = new UpdateUserRoutingProfileCommand({ ...target(instance, id), RoutingProfileId: routingProfileId })
  await instance.upstream.call('UpdateUserRoutingProfile', (client, send) => client.send(command, send), options)
}

/** No group is said by leaving it out (USR-17). */
export async function updateUserHierarchy(
  instance: ConnectInstance,
  id: string,
  groupId: string | null,
  options: WriteOptions = {},
): Promise<void> {
  const group = groupId === null ? {} : { HierarchyGroupId: groupId }
  const command = new UpdateUserHierarchyCommand({ ...target(instance, id), ...group })
  await instance.upstream.call('UpdateUserHierarchy', (client, send) => client.send(command, send), options)
}

/** Replaces the whole set (USR-14). */
export async function updateUserSecurityProfiles(
  instance: ConnectInstance,
  id: string,
  securityProfileIds: readonly string[],
  options: WriteOptions = {},
): Promise<void> {
  const command = new UpdateUserSecurityProfilesCommand({
    ...target(instance, id),
    SecurityProfileIds: [...securityProfileIds],
  })
  await instance.upstream.call('UpdateUserSecurityProfiles', (client, send) => client.send(command, send), options)
}

/**
 * Deletes for good. Where the answer is lost, a describe tells; who is still there is deleted once more, which is the same
 * as once: an id is never given again, and that nobody has it any more is what was wanted.
 */
export async function deleteUser(instance: ConnectInstance, id: string, options: WriteOptions = {}): Promise<void> {
  const command = new DeleteUserCommand(target(instance, id))
  const send = () => instance.upstream.call('DeleteUser', (client, sending) => client.send(command, sending), options)
  instance.readings.users.forget(id)
  try {
    await send()
  } catch (lost) {
    if (!isOutcomeUnknown(lost)) throw lost
    if (await isGone(instance, id)) return
    try {
      await send()
    } catch (error) {
      if (error instanceof Fault && error.code === 'NOT_FOUND') return
      throw lost
    }
  }
}

async function isGone(instance: ConnectInstance, id: string): Promise<boolean> {
  try {
    await describeUser(instance, id, {})
    return false
  } catch (error) {
    return error instanceof Fault && error.code === 'NOT_FOUND'
  }
}

/**
 * All members that are set: whether one that is left out is cleared or kept is not documented (USR-16). What this kind of
 * instance does not take at all is left out: sending it is an error even unchanged (USR-06, USR-10).
 */
export function identityInfo(kind: IdentityManagementType, identity: Identity): UserIdentityInfo {
  const info: UserIdentityInfo = {}
  if (!identityFieldLock(kind, 'firstName')) info.FirstName = identity.firstName
  if (!identityFieldLock(kind, 'lastName')) info.LastName = identity.lastName
  if (!identityFieldLock(kind, 'email') && identity.email !== null) info.Email = identity.email
  if (identity.secondaryEmail !== null) info.SecondaryEmail = identity.secondaryEmail
  if (identity.mobile !== null) info.Mobile = identity.mobile
  return info
}

/** After-contact work in seconds, as all writes take it (PHONE-01). */
export function phoneConfig(phone: Phone): UserPhoneConfig {
  return {
    PhoneType: phone.phoneType,
    AutoAccept: phone.autoAccept,
    AfterContactWorkTimeLimit: phone.afterContactWorkSeconds,
    ...(phone.deskPhoneNumber === null ? {} : { DeskPhoneNumber: phone.deskPhoneNumber }),
  }
}
