import type { AnyOperation } from '../operation.ts'
import { associateSecurityProfiles } from './associate-security-profiles.ts'
import { associateUserProficiencies } from './associate-user-proficiencies.ts'
import { associateWorkspace } from './associate-workspace.ts'
import { createNotification } from './create-notification.ts'
import { createQuickConnect } from './create-quick-connect.ts'
import { createRoutingProfile } from './create-routing-profile.ts'
import { createSecurityProfile } from './create-security-profile.ts'
import { createUserHierarchyGroup } from './create-user-hierarchy-group.ts'
import { createUser } from './create-user.ts'
import { createWorkspacePage } from './create-workspace-page.ts'
import { createWorkspace } from './create-workspace.ts'
import { deleteNotification } from './delete-notification.ts'
import { deleteQuickConnect } from './delete-quick-connect.ts'
import { deleteRoutingProfile } from './delete-routing-profile.ts'
import { deleteSecurityProfile } from './delete-security-profile.ts'
import { deleteUserHierarchyGroup } from './delete-user-hierarchy-group.ts'
import { deleteUser } from './delete-user.ts'
import { deleteWorkspaceMedia } from './delete-workspace-media.ts'
import { deleteWorkspacePage } from './delete-workspace-page.ts'
import { deleteWorkspace } from './delete-workspace.ts'
import { describeAgentStatus } from './describe-agent-status.ts'
import { describeInstanceAttribute } from './describe-instance-attribute.ts'
import { describeInstance } from './describe-instance.ts'
import { describeNotification } from './describe-notification.ts'
import { describePredefinedAttribute } from './describe-predefined-attribute.ts'
import { describeQuickConnect } from './describe-quick-connect.ts'
import { describeRoutingProfile } from './describe-routing-profile.ts'
import { describeSecurityProfile } from './describe-security-profile.ts'
import { describeUserHierarchyGroup } from './describe-user-hierarchy-group.ts'
import { describeUserHierarchyStructure } from './describe-user-hierarchy-structure.ts'
import { describeUser } from './describe-user.ts'
import { describeView } from './describe-view.ts'
import { describeWorkspace } from './describe-workspace.ts'
import { disassociateSecurityProfiles } from './disassociate-security-profiles.ts'
import { disassociateUserProficiencies } from './disassociate-user-proficiencies.ts'
import { disassociateWorkspace } from './disassociate-workspace.ts'
import { dismissUserContact } from './dismiss-user-contact.ts'
import { getCurrentUserData } from './get-current-user-data.ts'
import { getFederationToken } from './get-federation-token.ts'
import { importWorkspaceMedia } from './import-workspace-media.ts'
import { listAgentStatuses } from './list-agent-statuses.ts'
import { listEntitySecurityProfiles } from './list-entity-security-profiles.ts'
import { listInstanceAttributes } from './list-instance-attributes.ts'
import { listInstances } from './list-instances.ts'
import { listPredefinedAttributes } from './list-predefined-attributes.ts'
import { listQueues } from './list-queues.ts'
import { listQuickConnects } from './list-quick-connects.ts'
import { listRoutingProfileManualAssignmentQueues } from './list-routing-profile-manual-assignment-queues.ts'
import { listRoutingProfileQueues } from './list-routing-profile-queues.ts'
import { listRoutingProfiles } from './list-routing-profiles.ts'
import { listSecurityProfileAIAgents } from './list-security-profile-ai-agents.ts'
import { listSecurityProfileApplications } from './list-security-profile-applications.ts'
import { listSecurityProfileFlowModules } from './list-security-profile-flow-modules.ts'
import { listSecurityProfilePermissions } from './list-security-profile-permissions.ts'
import { listSecurityProfiles } from './list-security-profiles.ts'
import { listTagsForResource } from './list-tags-for-resource.ts'
import { listUserHierarchyGroups } from './list-user-hierarchy-groups.ts'
import { listUserNotifications } from './list-user-notifications.ts'
import { listUserProficiencies } from './list-user-proficiencies.ts'
import { listUsers } from './list-users.ts'
import { listViews } from './list-views.ts'
import { listWorkspaceMedia } from './list-workspace-media.ts'
import { listWorkspacePages } from './list-workspace-pages.ts'
import { listWorkspaces } from './list-workspaces.ts'
import { putUserStatus } from './put-user-status.ts'
import { searchAgentStatuses } from './search-agent-statuses.ts'
import { searchPredefinedAttributes } from './search-predefined-attributes.ts'
import { searchQuickConnects } from './search-quick-connects.ts'
import { searchResourceTags } from './search-resource-tags.ts'
import { searchRoutingProfiles } from './search-routing-profiles.ts'
import { searchSecurityProfiles } from './search-security-profiles.ts'
import { searchUserHierarchyGroups } from './search-user-hierarchy-groups.ts'
import { searchUsers } from './search-users.ts'
import { searchViews } from './search-views.ts'
import { searchWorkspaceAssociations } from './search-workspace-associations.ts'
import { searchWorkspaces } from './search-workspaces.ts'
import { tagResource } from './tag-resource.ts'
import { untagResource } from './untag-resource.ts'
import { updateInstanceAttribute } from './update-instance-attribute.ts'
import { updateSecurityProfile } from './update-security-profile.ts'
import { updateUserConfig } from './update-user-config.ts'
import { updateUserHierarchyGroupName } from './update-user-hierarchy-group-name.ts'
import { updateUserHierarchyStructure } from './update-user-hierarchy-structure.ts'
import { updateUserHierarchy } from './update-user-hierarchy.ts'
import { updateUserIdentityInfo } from './update-user-identity-info.ts'
import { updateUserNotificationStatus } from './update-user-notification-status.ts'
import { updateUserPhoneConfig } from './update-user-phone-config.ts'
import { updateUserProficiencies } from './update-user-proficiencies.ts'
import { updateUserRoutingProfile } from './update-user-routing-profile.ts'
import { updateUserSecurityProfiles } from './update-user-security-profiles.ts'
import { updateWorkspaceMetadata } from './update-workspace-metadata.ts'
import { updateWorkspacePage } from './update-workspace-page.ts'
import { updateWorkspaceTheme } from './update-workspace-theme.ts'
import { updateWorkspaceVisibility } from './update-workspace-visibility.ts'

/** Every operation the emulator knows; all others of the service answer 501 NotEmulated. */
export const operations: readonly AnyOperation[] = [
  associateSecurityProfiles,
  associateUserProficiencies,
  associateWorkspace,
  createNotification,
  createQuickConnect,
  createRoutingProfile,
  createSecurityProfile,
  createUserHierarchyGroup,
  createUser,
  createWorkspacePage,
  createWorkspace,
  deleteNotification,
  deleteQuickConnect,
  deleteRoutingProfile,
  deleteSecurityProfile,
  deleteUserHierarchyGroup,
  deleteUser,
  deleteWorkspaceMedia,
  deleteWorkspacePage,
  deleteWorkspace,
  describeAgentStatus,
  describeInstanceAttribute,
  describeInstance,
  describeNotification,
  describePredefinedAttribute,
  describeQuickConnect,
  describeRoutingProfile,
  describeSecurityProfile,
  describeUserHierarchyGroup,
  describeUserHierarchyStructure,
  describeUser,
  describeView,
  describeWorkspace,
  disassociateSecurityProfiles,
  disassociateUserProficiencies,
  disassociateWorkspace,
  dismissUserContact,
  getCurrentUserData,
  getFederationToken,
  importWorkspaceMedia,
  listAgentStatuses,
  listEntitySecurityProfiles,
  listInstanceAttributes,
  listInstances,
  listPredefinedAttributes,
  listQueues,
  listQuickConnects,
  listRoutingProfileManualAssignmentQueues,
  listRoutingProfileQueues,
  listRoutingProfiles,
  listSecurityProfileAIAgents,
  listSecurityProfileApplications,
  listSecurityProfileFlowModules,
  listSecurityProfilePermissions,
  listSecurityProfiles,
  listTagsForResource,
  listUserHierarchyGroups,
  listUserNotifications,
  listUserProficiencies,
  listUsers,
  listViews,
  listWorkspaceMedia,
  listWorkspacePages,
  listWorkspaces,
  putUserStatus,
  searchAgentStatuses,
  searchPredefinedAttributes,
  searchQuickConnects,
  searchResourceTags,
  searchRoutingProfiles,
  searchSecurityProfiles,
  searchUserHierarchyGroups,
  searchUsers,
  searchViews,
  searchWorkspaceAssociations,
  searchWorkspaces,
  tagResource,
  untagResource,
  updateInstanceAttribute,
  updateSecurityProfile,
  updateUserConfig,
  updateUserHierarchyGroupName,
  updateUserHierarchyStructure,
  updateUserHierarchy,
  updateUserIdentityInfo,
  updateUserNotificationStatus,
  updateUserPhoneConfig,
  updateUserProficiencies,
  updateUserRoutingProfile,
  updateUserSecurityProfiles,
  updateWorkspaceMetadata,
  updateWorkspacePage,
  updateWorkspaceTheme,
  updateWorkspaceVisibility,
]
