import type { Phone, User } from '@patchbay/contract'
import {
  updateUserHierarchy,
  updateUserPhoneConfig,
  updateUserRoutingProfile,
  updateUserSecurityProfiles,
} from '../../connect/users/write-user.ts'
import type { Caller } from '../caller.ts'
import { changeUser, differing, type WriteBase } from './change-user.ts'

export async function updatePhone(caller: Caller, input: WriteBase & Phone): Promise<User> {
  const { phoneType, autoAccept, afterContactWorkSeconds, deskPhoneNumber } = input
  const wanted: Phone = { phoneType, autoAccept, afterContactWorkSeconds, deskPhoneNumber }
  return await changeUser(caller, input, {
    operation: 'users.updatePhone',
    what: 'The phone settings',
    changedFields: ({ phone }) => differing(wanted, phone),
    write: ({ id, persistentConnection }) => updateUserPhoneConfig(caller.instance, id, wanted, persistentConnection),
  })
}

export async function updateRoutingProfile(
  caller: Caller,
  input: WriteBase & { readonly routingProfileId: string },
): Promise<User> {
  const wanted = { routingProfileId: input.routingProfileId }
  return await changeUser(caller, input, {
    operation: 'users.updateRoutingProfile',
    what: 'The routing settings',
    changedFields: ({ routingProfileId }) =>
      differing<{ routingProfileId: string | null }>(wanted, { routingProfileId }),
    write: ({ id }) => updateUserRoutingProfile(caller.instance, id, wanted.routingProfileId),
  })
}

export async function updateHierarchyGroup(
  caller: Caller,
  input: WriteBase & { readonly hierarchyGroupId: string | null },
): Promise<User> {
  const wanted = { hierarchyGroupId: input.hierarchyGroupId }
  return await changeUser(caller, input, {
    operation: 'users.updateHierarchyGroup',
    what: 'The hierarchy settings',
    changedFields: ({ hierarchyGroupId }) => differing(wanted, { hierarchyGroupId }),
    write: ({ id }) => updateUserHierarchy(caller.instance, id, wanted.hierarchyGroupId),
  })
}

/** The ids are a set: another order of the same ones is no change. */
export async function updateSecurityProfiles(
  caller: Caller,
  input: WriteBase & { readonly securityProfileIds: readonly string[] },
): Promise<User> {
  const wanted = new Set(input.securityProfileIds)
  return await changeUser(caller, input, {
    operation: 'users.updateSecurityProfiles',
    what: 'The security profiles',
    changedFields: ({ securityProfileIds }) =>
      wanted.symmetricDifference(new Set(securityProfileIds)).size === 0 ? [] : ['securityProfileIds'],
    write: ({ id }) => updateUserSecurityProfiles(caller.instance, id, [...wanted]),
  })
}
