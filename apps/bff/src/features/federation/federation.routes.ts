import type { Handlers } from '../../http/handlers.ts'
import { readFederation } from './read-federation.ts'

export const federationRoutes: Handlers<'federation'> = {
  read: async ({ input, context }) => {
    const { services, signedIn, signal } = context
    const instance = await services.connect.requireInstance(input.instance, { signal })
    return readFederation(instance, signedIn.access.username)
  },
}
