import { os } from '../../http/procedure.ts'
import { requireRight } from '../../http/require-right.ts'
import { listUngrantable } from '../access/find-ungrantable.ts'
import { listUngrantablePermissions } from '../access/require-profile-write.ts'
import { requireCaller } from '../caller.ts'
import { createProfile } from './create-profile.ts'
import { listProfileRefusals } from './list-profile-refusals.ts'
import { listProfiles } from './list-profiles.ts'
import { profileAnswer, viewProfile } from './read-profile.ts'
import { updateProfile } from './update-profile.ts'

export const securityProfilesRoutes = {
  list: os.securityProfiles.list.handler(async ({ input, context }) =>
    listProfiles(await requireCaller(input.instance, context), input),
  ),
  describe: os.securityProfiles.describe.handler(async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return profileAnswer(await viewProfile(caller, input.id, input))
  }),
  listRefusals: os.securityProfiles.listRefusals.handler(async ({ input, context }) =>
    listProfileRefusals(await requireCaller(input.instance, context), input.id),
  ),
  listUngrantable: os.securityProfiles.listUngrantable.handler(async ({ input, context }) => {
    requireRight(context.signedIn, input.right)
    return { items: await listUngrantable(await requireCaller(input.instance, context), input.right) }
  }),
  listUngrantablePermissions: os.securityProfiles.listUngrantablePermissions.handler(async ({ input, context }) => {
    requireRight(context.signedIn, input.right)
    return { items: await listUngrantablePermissions(await requireCaller(input.instance, context), input.right) }
  }),
  create: os.securityProfiles.create.handler(async ({ input, context }) =>
    createProfile(await requireCaller(input.instance, context), input),
  ),
  update: os.securityProfiles.update.handler(async ({ input, context }) =>
    updateProfile(await requireCaller(input.instance, context), input),
  ),
}
