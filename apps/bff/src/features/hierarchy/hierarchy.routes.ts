import type { Handlers } from '../../http/handlers.ts'
import { requireCaller } from '../caller.ts'
import { groupsInScope } from '../access/groups-in-scope.ts'
import { hierarchyAnswer } from './hierarchy-answer.ts'

export const hierarchyRoutes: Handlers<'hierarchy'> = {
  read: async ({ input, context }) => {
    const { instance, access, signal } = await requireCaller(input.instance, context)
    const scope = access.scope('users.read')
    const reading = await instance.directory.readHierarchy({ scope, fresh: input.fresh, signal })
    return hierarchyAnswer({ ...reading, groups: groupsInScope(access, reading.groups) })
  },
}
