import type { Phone, User } from '@patchbay/contract'
import {
  updateUserHierarchy,
  updateUserPhoneConfig,
  updateUserRoutingProfile,
  updateUserSecurityProfiles,
} from '../../connect/users/write-user.ts'
import type { Caller } from '../caller.ts'
import { runWrites, type Written } from '../writes/run-writes.ts'
import type { Write, WriteBase } from '../writes/write.ts'
import type { UserReading } from './read-user.ts'
import { changedFields, userSubject } from './user-subject.ts'

/** The writes that a settings group takes, from how the person stands; none where nothing differs. */
export type UserPlan = (before: UserReading) => readonly Write[]

export async function updateUser(caller: Caller, base: WriteBase, action: string, plan: UserPlan) {
  return await runWrites(caller, userSubject, base, { action, plan })
}

export function planPhone(
  { instance }: Caller,
  { phoneType, autoAccept, afterContactWorkSeconds, deskPhoneNumber }: Phone,
): UserPlan {
  const wanted: Phone = { phoneType, autoAccept, afterContactWorkSeconds, deskPhoneNumber }
  return ({ settings: { id, phone, persistentConnection } }) => {
    const fields = changedFields(phone, wanted)
    if (fields.length === 0) return []
    return [
      {
        operation: 'UpdateUserPhoneConfig',
        done: 'The phone settings were written.',
        fields,
        // One after-contact work and one auto-accept for every channel (PHONE-10).
        alsoSets: 'channels',
        send: (options) => updateUserPhoneConfig(instance, id, wanted, persistentConnection, options),
      },
    ]
  }
}

export function planRoutingProfile({ instance }: Caller, routingProfileId: string): UserPlan {
  return ({ settings }) => {
    const fields = changedFields({ routingProfileId: settings.routingProfileId }, { routingProfileId })
    if (fields.length === 0) return []
    return [
      {
        operation: 'UpdateUserRoutingProfile',
        done: 'The routing profile was written.',
        fields,
        send: (options) => updateUserRoutingProfile(instance, settings.id, routingProfileId, options),
      },
    ]
  }
}

export function planHierarchyGroup({ instance }: Caller, hierarchyGroupId: string | null): UserPlan {
  return ({ settings }) => {
    const fields = changedFields({ hierarchyGroupId: settings.hierarchyGroupId }, { hierarchyGroupId })
    if (fields.length === 0) return []
    return [
      {
        operation: 'UpdateUserHierarchy',
        done: 'The hierarchy group was written.',
        fields,
        send: (options) => updateUserHierarchy(instance, settings.id, hierarchyGroupId, options),
      },
    ]
  }
}

/** The ids are a set: another order of the same ones is no change. */
export function planSecurityProfiles({ instance }: Caller, securityProfileIds: readonly string[]): UserPlan {
  const wanted = [...new Set(securityProfileIds)]
  return ({ settings }) => {
    const current = settings.securityProfileIds.toSorted()
    const fields = changedFields({ securityProfileIds: current }, { securityProfileIds: wanted.toSorted() })
    if (fields.length === 0) return []
    return [
      {
        operation: 'UpdateUserSecurityProfiles',
        done: 'The security profiles were written.',
        fields,
        send: (options) => updateUserSecurityProfiles(instance, settings.id, wanted, options),
      },
    ]
  }
}

export type WrittenUser = Written<User>
