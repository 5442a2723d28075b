import type { AnyOperation } from '../operation.ts'
import { createSecurityProfile } from './create-security-profile.ts'
import { createUser } from './create-user.ts'
import { deleteSecurityProfile } from './delete-security-profile.ts'
import { deleteUser } from './delete-user.ts'
import { describeInstance } from './describe-instance.ts'
import { describeSecurityProfile } from './describe-security-profile.ts'
import { describeUserHierarchyGroup } from './describe-user-hierarchy-group.ts'
import { describeUserHierarchyStructure } from './describe-user-hierarchy-structure.ts'
import { describeUser } from './describe-user.ts'
import { listInstances } from './list-instances.ts'
import { listRoutingProfiles } from './list-routing-profiles.ts'
import { listSecurityProfilePermissions } from './list-security-profile-permissions.ts'
import { listSecurityProfiles } from './list-security-profiles.ts'
import { listTagsForResource } from './list-tags-for-resource.ts'
import { listUserHierarchyGroups } from './list-user-hierarchy-groups.ts'
import { listUsers } from './list-users.ts'
import { searchSecurityProfiles } from './search-security-profiles.ts'
import { searchUserHierarchyGroups } from './search-user-hierarchy-groups.ts'
import { searchUsers } from './search-users.ts'
import { tagResource } from './tag-resource.ts'
import { untagResource } from './untag-resource.ts'
import { updateSecurityProfile } from './update-security-profile.ts'
import { updateUserConfig } from './update-user-config.ts'
import { updateUserHierarchy } from './update-user-hierarchy.ts'
import { updateUserIdentityInfo } from './update-user-identity-info.ts'
import { updateUserPhoneConfig } from './update-user-phone-config.ts'
import { updateUserRoutingProfile } from './update-user-routing-profile.ts'
import { updateUserSecurityProfiles } from './update-user-security-profiles.ts'

/** Every operation the emulator knows; all others of the service answer 501 NotEmulated. */
export const operations: readonly AnyOperation[] = [
  createSecurityProfile,
  createUser,
  deleteSecurityProfile,
  deleteUser,
  describeInstance,
  describeSecurityProfile,
  describeUserHierarchyGroup,
  describeUserHierarchyStructure,
  describeUser,
  listInstances,
  listRoutingProfiles,
  listSecurityProfilePermissions,
  listSecurityProfiles,
  listTagsForResource,
  listUserHierarchyGroups,
  listUsers,
  searchSecurityProfiles,
  searchUserHierarchyGroups,
  searchUsers,
  tagResource,
  untagResource,
  updateSecurityProfile,
  updateUserConfig,
  updateUserHierarchy,
  updateUserIdentityInfo,
  updateUserPhoneConfig,
  updateUserRoutingProfile,
  updateUserSecurityProfiles,
]
