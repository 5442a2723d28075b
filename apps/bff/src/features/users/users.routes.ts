import { byName } from '../../connect/directory/collation.ts'
import { findQuickConnectsTo } from '../../connect/users/find-quick-connects.ts'
import type { Handlers } from '../../http/handlers.ts'
import { inAdministratorTurn } from '../access/in-administrator-turn.ts'
import { requireCaller } from '../caller.ts'
import { directoryAnswer, listAnswer } from '../list-answer.ts'
import { requireRight } from '../../http/require-right.ts'
import { createUser } from './create-user.ts'
import { deleteUser } from './delete-user.ts'
import { describeStatus } from './describe-status.ts'
import { dismissContact } from './dismiss-contact.ts'
import { findListed } from './find-listed.ts'
import { listEffectivePermissions } from './list-effective-permissions.ts'
import { listNotifications } from './list-notifications.ts'
import { listRefusals } from './list-refusals.ts'
import { listWorkspaces } from './list-workspaces.ts'
import { userAnswer } from './read-user.ts'
import { viewProficiencies } from './proficiencies-subject.ts'
import { viewVisible } from './view-visible.ts'
import { planTags } from '../writes/plan-tags.ts'
import { planChannels } from './update-channels.ts'
import { planIdentity } from './update-identity.ts'
import { updateNotification } from './update-notification.ts'
import { updateProficiencies } from './update-proficiencies.ts'
import { updateSettings } from './update-settings.ts'
import { updateStatus } from './update-status.ts'
import { updateWorkspaces } from './update-workspaces.ts'
import { planHierarchyGroup, planPhone, planRoutingProfile, planSecurityProfiles, updateUser } from './update-user.ts'
import { requireUserFilter } from './user-filter.ts'

export const usersRoutes: Handlers<'users'> = {
  search: async ({ input, context }) => {
    const { instance, access, signal } = await requireCaller(input.instance, context)
    const { instance: _alias, fresh, exactTotal, ...query } = input
    requireUserFilter(query.filter ?? [])
    const { items, total, isExactTotal, state } = await instance.directory.searchUsers(query, {
      scope: access.scope('users.read'),
      fresh,
      exactTotal,
      signal,
    })
    return { ...directoryAnswer(items, total, state), isExactTotal }
  },
  summarize: async ({ input, context }) => {
    const { row, state } = await findListed(await requireCaller(input.instance, context), input.id)
    return { ...row, asOf: state.asOf.toISOString() }
  },
  describe: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await userAnswer(caller, await viewVisible(caller, input))
  },
  listEffectivePermissions: async ({ input, context }) => {
    // It tells of people as well as of profiles.
    requireRight(context.signedIn, 'security-profiles.read')
    const caller = await requireCaller(input.instance, context)
    return await listEffectivePermissions(caller, await viewVisible(caller, input), input)
  },
  create: async ({ input, context }) => createUser(await requireCaller(input.instance, context), input),
  delete: async ({ input, context }) => deleteUser(await requireCaller(input.instance, context), input),
  listQuickConnects: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    await viewVisible(caller, { id: input.id, fresh: false })
    const asOf = caller.now()
    const items = await findQuickConnectsTo(caller.instance, input.id, { signal: caller.signal })
    return listAnswer(items, items.length, asOf)
  },
  updateIdentity: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(caller, input, 'users.updateIdentity', planIdentity(caller, input))
  },
  updatePhone: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(caller, input, 'users.updatePhone', planPhone(caller, input))
  },
  updateRoutingProfile: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(
      caller,
      input,
      'users.updateRoutingProfile',
      planRoutingProfile(caller, input.routingProfileId),
    )
  },
  updateHierarchyGroup: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(
      caller,
      input,
      'users.updateHierarchyGroup',
      planHierarchyGroup(caller, input.hierarchyGroupId),
    )
  },
  updateChannels: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(caller, input, 'users.updateChannels', planChannels(caller, input.channels))
  },
  updateTags: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(caller, input, 'users.updateTags', ({ settings }) =>
      planTags(caller.instance, settings.arn, settings.tags, input.tags),
    )
  },
  updateSettings: async ({ input, context }) => updateSettings(await requireCaller(input.instance, context), input),
  updateSecurityProfiles: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    const plan = planSecurityProfiles(caller, input.securityProfileIds)
    return await inAdministratorTurn(caller, (inTurn) =>
      updateUser(inTurn, input, 'users.updateSecurityProfiles', plan),
    )
  },
  listRefusals: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await listRefusals(caller, await viewVisible(caller, { id: input.id, fresh: false }))
  },
  describeStatus: async ({ input, context }) => describeStatus(await requireCaller(input.instance, context), input.id),
  listStatuses: async ({ input, context }) => {
    const { instance, signal } = await requireCaller(input.instance, context)
    const { value, asOf } = await instance.readings.agentStatuses.get({ signal })
    return listAnswer([...value], value.length, asOf)
  },
  updateStatus: async ({ input, context }) => {
    // What it answers tells what they do.
    requireRight(context.signedIn, 'users.status.read')
    return await updateStatus(await requireCaller(input.instance, context), input)
  },
  dismissContact: async ({ input, context }) => {
    requireRight(context.signedIn, 'users.status.read')
    return await dismissContact(await requireCaller(input.instance, context), input)
  },
  listWorkspaces: async ({ input, context }) => listWorkspaces(await requireCaller(input.instance, context), input.id),
  listAssignableWorkspaces: async ({ input, context }) => {
    const { instance, signal } = await requireCaller(input.instance, context)
    const { value, asOf } = await instance.readings.workspaces.get({ signal })
    return listAnswer(value.toSorted(byName), value.length, asOf)
  },
  updateWorkspaces: async ({ input, context }) => updateWorkspaces(await requireCaller(input.instance, context), input),
  listNotifications: async ({ input, context }) =>
    listNotifications(await requireCaller(input.instance, context), input.id),
  updateNotification: async ({ input, context }) =>
    updateNotification(await requireCaller(input.instance, context), input),
  describeProficiencies: async ({ input, context }) =>
    viewProficiencies(await requireCaller(input.instance, context), input.id),
  updateProficiencies: async ({ input, context }) =>
    updateProficiencies(await requireCaller(input.instance, context), input),
}
