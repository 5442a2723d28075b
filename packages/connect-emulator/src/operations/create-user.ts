import { randomUUID } from 'node:crypto'
import type { CreateUserRequest, CreateUserResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { requireHierarchyGroup } from '../rules/hierarchy.ts'
import { requireChannelConfigs, requireOneStyle, requirePhoneConfig, settingsOfNewUser } from '../rules/phone.ts'
import { requireRoom } from '../rules/quota.ts'
import { requireIdentity, requireSignInDetails, requireUsername } from '../rules/user-identity.ts'
import { requireRoutingProfile } from '../rules/routing-profile.ts'
import { requireSecurityProfiles } from '../rules/user.ts'
import { duplicate } from '../wire/aws-error.ts'

export const createUser = defineInstanceOperation<CreateUserRequest, CreateUserResponse>(
  'CreateUser',
  (input, instance, context) => {
    const { identityManagementType, region } = instance.record
    const identity = input.IdentityInfo ?? {}
    requireUsername(identityManagementType, input.Username)
    requireSignInDetails(identityManagementType, input.Password, input.DirectoryUserId)
    requireIdentity(identityManagementType, identity)
    requireOneStyle(input.PhoneConfig, input)
    requirePhoneConfig(input.PhoneConfig)
    requireChannelConfigs(input)
    requireSecurityProfiles(instance, input.SecurityProfileIds)
    requireRoutingProfile(instance, input.RoutingProfileId)
    if (input.HierarchyGroupId !== undefined) requireHierarchyGroup(instance, input.HierarchyGroupId)
    if (instance.users.find((user) => user.username === input.Username)) {
      throw duplicate(`A user named ${input.Username} already exists`)
    }
    requireRoom(instance, 'users')
    const id = context.newId()
    instance.users.put({
      id,
      seq: context.world.nextSeq(),
      username: input.Username,
      identity,
      channels: settingsOfNewUser(input.PhoneConfig, input),
      // Assigned by the service where the caller names none (USR-12).
      directoryUserId: input.DirectoryUserId ?? randomUUID(),
      securityProfileIds: input.SecurityProfileIds,
      routingProfileId: input.RoutingProfileId,
      hierarchyGroupId: input.HierarchyGroupId,
      proficiencies: [],
      tags: input.Tags ?? {},
      lastModifiedTime: context.now(),
      lastModifiedRegion: region,
    })
    return { UserId: id, UserArn: arnOf(instance, 'agent', id) }
  },
)
