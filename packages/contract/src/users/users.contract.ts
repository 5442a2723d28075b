import { z } from 'zod'
import { withChanges } from '../changes/change.ts'
import { endpoint } from '../endpoint.ts'
import { fresh, id, instanceAlias, reason, version, yesOrNo } from '../fields.ts'
import { effectivePermissions } from './effective-permissions.ts'
import { agentStatusList, contactDismissal, liveStatus, statusWrite } from './live-status.ts'
import { proficienciesWrite, userProficiencies } from './proficiencies.ts'
import { quickConnectList } from './quick-connect.ts'
import { user, userList, userSummary } from './user.ts'
import { notificationWrite, userNotifications } from './user-notifications.ts'
import { userQuery } from './user-query.ts'
import { userRefusals } from './user-refusals.ts'
import { assignableWorkspaceList, userWorkspaces, workspacesWrite } from './user-workspaces.ts'
import {
  channelsWrite,
  hierarchyGroupWrite,
  identityWrite,
  phoneWrite,
  routingProfileWrite,
  securityProfilesWrite,
  settingsWrite,
  tagsWrite,
  userCreate,
} from './user-writes.ts'

const inInstance = { instance: instanceAlias }
const oneUser = { ...inInstance, id }
const writtenUser = user.extend(withChanges)
/** `false`: whoever types wants to see the first page, which may be found sooner than all are counted. */
const exactTotal = yesOrNo('exactTotal', true)

export const usersContract = {
  search: endpoint({
    right: 'users.read',
    method: 'GET',
    path: '/{instance}/users',
    summary: 'Filter, sort and page over all users',
  })
    .input(userQuery.extend({ ...inInstance, fresh, exactTotal }))
    .output(userList),

  create: endpoint({
    right: 'users.create',
    method: 'POST',
    path: '/{instance}/users',
    summary: 'Create a user',
    successStatus: 201,
  })
    .input(userCreate.extend(inInstance))
    .output(writtenUser),

  describe: endpoint({ right: 'users.read', method: 'GET', path: '/{instance}/users/{id}', summary: 'Read one user' })
    .input(z.strictObject({ ...oneUser, fresh }))
    .output(user),

  summarize: endpoint({
    right: 'users.read',
    method: 'GET',
    path: '/{instance}/users/{id}/summary',
    summary: 'What the directory knows of one user, at once and without asking Amazon Connect',
  })
    .input(z.strictObject(oneUser))
    .output(userSummary),

  listEffectivePermissions: endpoint({
    right: 'users.read',
    method: 'GET',
    path: '/{instance}/users/{id}/effective-permissions',
    summary: 'What the security profiles of a user permit together, and where',
  })
    .input(z.strictObject({ ...oneUser, fresh }))
    .output(effectivePermissions),

  delete: endpoint({
    right: 'users.delete',
    method: 'DELETE',
    path: '/{instance}/users/{id}',
    summary: 'Delete a user for good',
  })
    .input(z.strictObject({ ...oneUser, version, reason }))
    .output(z.object({ id: z.string(), ...withChanges })),

  // Asked for before somebody is deleted, so that is the right it takes.
  listQuickConnects: endpoint({
    right: 'users.delete',
    method: 'GET',
    path: '/{instance}/users/{id}/quick-connects',
    summary: 'The quick connects that lead to a user: deleting the user leaves them behind',
  })
    .input(z.strictObject(oneUser))
    .output(quickConnectList),

  updateIdentity: endpoint({
    right: ['users.name.write', 'users.mobile.write', 'users.secondary-email.write', 'users.email.write'],
    method: 'PUT',
    path: '/{instance}/users/{id}/identity',
    summary: 'Write name, e-mail addresses and mobile number',
  })
    .input(identityWrite.extend(oneUser))
    .output(writtenUser),

  updatePhone: endpoint({
    right: 'users.phone.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/phone',
    summary: 'Write phone type, desk phone number, auto-accept and after-contact work',
  })
    .input(phoneWrite.safeExtend(oneUser))
    .output(writtenUser),

  updateRoutingProfile: endpoint({
    right: 'users.routing-profile.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/routing-profile',
    summary: 'Give a user another routing profile',
  })
    .input(routingProfileWrite.extend(oneUser))
    .output(writtenUser),

  updateHierarchyGroup: endpoint({
    right: 'users.hierarchy-group.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/hierarchy-group',
    summary: 'Put a user into a hierarchy group, or into none',
  })
    .input(hierarchyGroupWrite.extend(oneUser))
    .output(writtenUser),

  updateChannels: endpoint({
    right: 'users.channels.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/channels',
    summary: 'Write settings of single channels; the others stay as they are',
  })
    .input(channelsWrite.extend(oneUser))
    .output(writtenUser),

  updateTags: endpoint({
    right: 'users.tags.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/tags',
    summary: 'Write the tags of a user',
  })
    .input(tagsWrite.extend(oneUser))
    .output(writtenUser),

  updateSettings: endpoint({
    right: [
      'users.name.write',
      'users.mobile.write',
      'users.secondary-email.write',
      'users.email.write',
      'users.phone.write',
      'users.channels.write',
      'users.routing-profile.write',
      'users.hierarchy-group.write',
      'users.security-profiles.write',
      'users.tags.write',
    ],
    method: 'PUT',
    path: '/{instance}/users/{id}/settings',
    summary: 'Write several settings groups in one save, one after the other',
  })
    .input(settingsWrite.safeExtend(oneUser))
    .output(writtenUser),

  updateSecurityProfiles: endpoint({
    right: 'users.security-profiles.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/security-profiles',
    summary: 'Replace the security profiles of a user',
  })
    .input(securityProfilesWrite.extend(oneUser))
    .output(writtenUser),

  listRefusals: endpoint({
    right: 'users.read',
    method: 'GET',
    path: '/{instance}/users/{id}/refusals',
    summary: 'What the asker may not change of this user although the role has the right, and why',
  })
    .input(z.strictObject(oneUser))
    .output(userRefusals),

  describeStatus: endpoint({
    right: 'users.status.read',
    method: 'GET',
    path: '/{instance}/users/{id}/status',
    summary: 'What a user does at the moment, where Amazon Connect tells it',
  })
    .input(z.strictObject(oneUser))
    .output(liveStatus),

  listStatuses: endpoint({
    right: 'users.status.write',
    method: 'GET',
    path: '/{instance}/agent-statuses',
    summary: 'The agent statuses that people can be set to',
  })
    .input(z.strictObject(inInstance))
    .output(agentStatusList),

  updateStatus: endpoint({
    right: 'users.status.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/status',
    summary: 'Set what a user does; on a contact, what follows it',
  })
    .input(statusWrite.extend(oneUser))
    .output(liveStatus.extend(withChanges)),

  dismissContact: endpoint({
    right: 'users.contacts.dismiss',
    method: 'POST',
    path: '/{instance}/users/{id}/contact',
    summary: 'Clear a contact that is over and still holds the user up',
  })
    .input(contactDismissal.extend(oneUser))
    .output(liveStatus.extend(withChanges)),

  listWorkspaces: endpoint({
    right: 'users.read',
    method: 'GET',
    path: '/{instance}/users/{id}/workspaces',
    summary: 'The workspaces that a user gets, directly, by the routing profile or as everybody',
  })
    .input(z.strictObject(oneUser))
    .output(userWorkspaces),

  listAssignableWorkspaces: endpoint({
    right: 'users.workspaces.write',
    method: 'GET',
    path: '/{instance}/assignable-workspaces',
    summary: 'The workspaces that people can be given',
  })
    .input(z.strictObject(inInstance))
    .output(assignableWorkspaceList),

  updateWorkspaces: endpoint({
    right: 'users.workspaces.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/workspaces',
    summary: 'Write which workspaces are assigned to the user',
  })
    .input(workspacesWrite.extend(oneUser))
    .output(userWorkspaces.extend(withChanges)),

  listNotifications: endpoint({
    right: 'users.read',
    method: 'GET',
    path: '/{instance}/users/{id}/notifications',
    summary: 'What Amazon Connect tells a user in its site, and what they have read or hidden of it',
  })
    .input(z.strictObject(oneUser))
    .output(userNotifications),

  updateNotification: endpoint({
    right: 'users.notifications.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/notifications',
    summary: 'Mark one notification as read, unread or hidden, for this user alone',
  })
    .input(notificationWrite.extend(oneUser))
    .output(userNotifications.extend(withChanges)),

  describeProficiencies: endpoint({
    right: 'users.read',
    method: 'GET',
    path: '/{instance}/users/{id}/proficiencies',
    summary: 'Read the proficiencies of a user',
  })
    .input(z.strictObject(oneUser))
    .output(userProficiencies),

  updateProficiencies: endpoint({
    right: 'users.proficiencies.write',
    method: 'PUT',
    path: '/{instance}/users/{id}/proficiencies',
    summary: 'Write the proficiencies of a user: only what differs is added, changed and removed',
  })
    .input(proficienciesWrite.extend(oneUser))
    .output(userProficiencies.extend(withChanges)),
}
