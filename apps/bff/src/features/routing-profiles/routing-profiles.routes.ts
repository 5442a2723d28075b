import type { Handlers } from '../../http/handlers.ts'
import { byName } from '../../connect/directory/collation.ts'
import { directoryAnswer } from '../list-answer.ts'

export const routingProfilesRoutes: Handlers<'routingProfiles'> = {
  list: async ({ input, context: { services, signal } }) => {
    const { directory } = await services.connect.requireInstance(input.instance, { signal })
    const { profiles, state } = await directory.readRoutingProfiles({ fresh: input.fresh, signal })
    return directoryAnswer(profiles.toSorted(byName), profiles.length, state)
  },
}
