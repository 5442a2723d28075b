import type { Handlers } from '../../http/handlers.ts'
import { requireRight } from '../../http/require-right.ts'
import { listUngrantable } from '../access/find-ungrantable.ts'
import { listUngrantablePermissions } from '../access/require-profile-write.ts'
import { requireCaller } from '../caller.ts'
import { createProfile } from './create-profile.ts'
import { listProfileRefusals } from './list-profile-refusals.ts'
import { listProfiles } from './list-profiles.ts'
import { profileAnswer, viewProfile } from './read-profile.ts'
import { updateProfile } from './update-profile.ts'

export const securityProfilesRoutes: Handlers<'securityProfiles'> = {
  list: async ({ input, context }) => listProfiles(await requireCaller(input.instance, context), input),
  describe: async ({ input, context }) => {
    const caller = await requireCaller(input.instance, context)
    return profileAnswer(await viewProfile(caller, input.id, input))
  },
  listRefusals: async ({ input, context }) =>
    listProfileRefusals(await requireCaller(input.instance, context), input.id),
  listUngrantable: async ({ input, context }) => {
    requireRight(context.signedIn, input.right)
    return { items: await listUngrantable(await requireCaller(input.instance, context), input.right) }
  },
  listUngrantablePermissions: async ({ input, context }) => {
    requireRight(context.signedIn, input.right)
    return { items: await listUngrantablePermissions(await requireCaller(input.instance, context), input.right) }
  },
  create: async ({ input, context }) => createProfile(await requireCaller(input.instance, context), input),
  update: async ({ input, context }) => updateProfile(await requireCaller(input.instance, context), input),
}
