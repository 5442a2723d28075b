import { rights } from '@patchbay/contract'
import { os } from '../../http/procedure.ts'

export const sessionRoutes = {
  read: os.session.read.handler(async ({ input, context }) => {
    const { signedIn, services, signal } = context
    return {
      person: signedIn.person,
      roles: [...signedIn.roles],
      rights: rights.filter((right) => signedIn.rights.has(right)),
      scope: 'all' as const,
      instances: [...(await services.connect.listInstances({ signal, including: input.instance }))],
      expiresAt: signedIn.expiresAt.toISOString(),
    }
  }),
}
