import type { Handlers } from '../../http/handlers.ts'
import { requireRight } from '../../http/require-right.ts'
import { requireCaller } from '../caller.ts'
import { directoryAnswer } from '../list-answer.ts'

export const permissionsRoutes: Handlers<'permissions'> = {
  listHolders: async ({ input, context }) => {
    // It tells of people as well as of profiles.
    requireRight(context.signedIn, 'users.read')
    const { instance, access, signal } = await requireCaller(input.instance, context)
    const { instance: _alias, fresh, ...query } = input
    const scope = access.scope('users.read')
    const { items, total, state } = await instance.directory.findPermissionHolders(query, { scope, fresh, signal })
    return directoryAnswer(items, total, state)
  },
}
