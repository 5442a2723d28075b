import { os } from '../../http/procedure.ts'
import { readFederation } from './read-federation.ts'

export const federationRoutes = {
  read: os.federation.read.handler(async ({ input, context }) => {
    const { services, signedIn, signal } = context
    const instance = await services.connect.requireInstance(input.instance, { signal })
    return readFederation(instance, signedIn.access.username)
  }),
}
