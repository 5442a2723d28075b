import { os } from '../../http/procedure.ts'
import { requireCaller } from '../caller.ts'
import { listAnswer } from '../list-answer.ts'
import { createUser } from './create-user.ts'
import { deleteUser } from './delete-user.ts'
import { namesFor, readUser, userAnswer } from './read-user.ts'
import { planIdentity } from './update-identity.ts'
import { planHierarchyGroup, planPhone, planRoutingProfile, planSecurityProfiles, updateUser } from './update-user.ts'
import { userRowOf } from './user-row.ts'
import { searchRows } from './user-search.ts'

export const usersRoutes = {
  search: os.users.search.handler(async ({ input, context }) => {
    const { instance, signal } = await requireCaller(input.instance, context)
    const people = await instance.directory.readPeople({ signal })
    const names = await namesFor(instance.directory, people.value, signal)
    const rows = people.value.map((person) => userRowOf(person, names))
    const { items, total } = searchRows(rows, input)
    return listAnswer(items, total, people.asOf)
  }),
  describe: os.users.describe.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return await userAnswer(caller, await readUser(caller, input.id))
  }),
  create: os.users.create.handler(async ({ input, context }) =>
    createUser(await requireCaller(input.instance, context), input),
  ),
  delete: os.users.delete.handler(async ({ input, context }) =>
    deleteUser(await requireCaller(input.instance, context), input),
  ),
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
  updateSecurityProfiles: os.users.updateSecurityProfiles.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    const plan = planSecurityProfiles(caller, input.securityProfileIds)
    return await updateUser(caller, input, 'users.updateSecurityProfiles', plan)
  }),
}
