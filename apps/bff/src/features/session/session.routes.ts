import { rights } from '@patchbay/contract'
import type { PersonAccess } from '../../access/person-access.ts'
import type { Handlers } from '../../http/handlers.ts'
import { ownRights } from '../access/own-rights.ts'
import { requireCaller } from '../caller.ts'

export const sessionRoutes: Handlers<'session'> = {
  read: async ({ input, context }) => {
    const { signedIn, services, signal } = context
    return {
      person: signedIn.person,
      roles: [...signedIn.roles],
      rights: rights.filter((right) => signedIn.rights.has(right)),
      scope: placesToRead(signedIn.access),
      reasonRequired: signedIn.reasonRequired,
      instances: [...(await services.connect.listInstances({ signal, including: input.instance }))],
      expiresAt: signedIn.expiresAt.toISOString(),
    }
  },
  rights: async ({ input, context }) => ownRights(await requireCaller(input.instance, context)),
}

function placesToRead({ grants }: PersonAccess): 'all' | string[] {
  const places = grants.filter(({ role }) => role.rights.has('users.read')).map((grant) => grant.places)
  return places.includes('all') ? 'all' : [...new Set(places.flat())]
}
