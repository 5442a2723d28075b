import { byName } from '../../connect/directory/collation.ts'
import { findQuickConnectsTo } from '../../connect/users/find-quick-connects.ts'
import { os } from '../../http/procedure.ts'
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

export const usersRoutes = {
  search: os.users.search.handler(async ({ input, context }) => {
    const { instance, access, signal } = await requireCaller(input.instance, context)
    const { instance: _alias, fresh, ...query } = input
    requireUserFilter(query.filter ?? [])
    const { items, total, state } = await instance.directory.searchUsers(query, {
      scope: access.scope('users.read'),
      fresh,
      signal,
    })
    return directoryAnswer(items, total, state)
  }),
  summarize: os.users.summarize.handler(async ({ input, context }) => {
    const { row, state } = await findListed(await requireCaller(input.instance, context), input.id)
    return { ...row, asOf: state.asOf.toISOString() }
  }),
  describe: os.users.describe.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await userAnswer(caller, await viewVisible(caller, input))
  }),
  listEffectivePermissions: os.users.listEffectivePermissions.handler(async ({ input, context }) => {
    // It tells of people as well as of profiles.
    requireRight(context.signedIn, 'security-profiles.read')
    const caller = await requireCaller(input.instance, context)
    return await listEffectivePermissions(caller, await viewVisible(caller, input), input)
  }),
  create: os.users.create.handler(async ({ input, context }) =>
    createUser(await requireCaller(input.instance, context), input),
  ),
  delete: os.users.delete.handler(async ({ input, context }) =>
    deleteUser(await requireCaller(input.instance, context), input),
  ),
  listQuickConnects: os.users.listQuickConnects.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    await viewVisible(caller, { id: input.id, fresh: false })
    const asOf = caller.now()
    const items = await findQuickConnectsTo(caller.instance, input.id, { signal: caller.signal })
    return listAnswer(items, items.length, asOf)
  }),
  updateIdentity: os.users.updateIdentity.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(caller, input, 'users.updateIdentity', planIdentity(caller, input))
  }),
  updatePhone: os.users.updatePhone.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(caller, input, 'users.updatePhone', planPhone(caller, input))
  }),
  updateRoutingProfile: os.users.updateRoutingProfile.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(
      caller,
      input,
      'users.updateRoutingProfile',
      planRoutingProfile(caller, input.routingProfileId),
    )
  }),
  updateHierarchyGroup: os.users.updateHierarchyGroup.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(
      caller,
      input,
      'users.updateHierarchyGroup',
      planHierarchyGroup(caller, input.hierarchyGroupId),
    )
  }),
  updateChannels: os.users.updateChannels.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(caller, input, 'users.updateChannels', planChannels(caller, input.channels))
  }),
  updateTags: os.users.updateTags.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await updateUser(caller, input, 'users.updateTags', ({ settings }) =>
      planTags(caller.instance, settings.arn, settings.tags, input.tags),
    )
  }),
  updateSettings: os.users.updateSettings.handler(async ({ input, context }) =>
    updateSettings(await requireCaller(input.instance, context), input),
  ),
  updateSecurityProfiles: os.users.updateSecurityProfiles.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    const plan = planSecurityProfiles(caller, input.securityProfileIds)
    return await inAdministratorTurn(caller, (inTurn) =>
      updateUser(inTurn, input, 'users.updateSecurityProfiles', plan),
    )
  }),
  listRefusals: os.users.listRefusals.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await listRefusals(caller, await viewVisible(caller, { id: input.id, fresh: false }))
  }),
  describeStatus: os.users.describeStatus.handler(async ({ input, context }) =>
    describeStatus(await requireCaller(input.instance, context), input.id),
  ),
  listStatuses: os.users.listStatuses.handler(async ({ input, context }) => {
    const { instance, signal } = await requireCaller(input.instance, context)
    const { value, asOf } = await instance.readings.agentStatuses.get({ signal })
    return listAnswer([...value], value.length, asOf)
  }),
  updateStatus: os.users.updateStatus.handler(async ({ input, context }) => {
    // What it answers tells what they do.
    requireRight(context.signedIn, 'users.status.read')
    return await updateStatus(await requireCaller(input.instance, context), input)
  }),
  dismissContact: os.users.dismissContact.handler(async ({ input, context }) => {
    requireRight(context.signedIn, 'users.status.read')
    return await dismissContact(await requireCaller(input.instance, context), input)
  }),
  listWorkspaces: os.users.listWorkspaces.handler(async ({ input, context }) =>
    listWorkspaces(await requireCaller(input.instance, context), input.id),
  ),
  listAssignableWorkspaces: os.users.listAssignableWorkspaces.handler(async ({ input, context }) => {
    const { instance, signal } = await requireCaller(input.instance, context)
    const { value, asOf } = await instance.readings.workspaces.get({ signal })
    return listAnswer(value.toSorted(byName), value.length, asOf)
  }),
  updateWorkspaces: os.users.updateWorkspaces.handler(async ({ input, context }) =>
    updateWorkspaces(await requireCaller(input.instance, context), input),
  ),
  listNotifications: os.users.listNotifications.handler(async ({ input, context }) =>
    listNotifications(await requireCaller(input.instance, context), input.id),
  ),
  updateNotification: os.users.updateNotification.handler(async ({ input, context }) =>
    updateNotification(await requireCaller(input.instance, context), input),
  ),
  describeProficiencies: os.users.describeProficiencies.handler(async ({ input, context }) =>
    viewProficiencies(await requireCaller(input.instance, context), input.id),
  ),
  updateProficiencies: os.users.updateProficiencies.handler(async ({ input, context }) =>
    updateProficiencies(await requireCaller(input.instance, context), input),
  ),
}
