import type { Right } from '@patchbay/contract'
import type { AdmittedContext } from '../../http/request-context.ts'
import type { ChangeScope } from '../../store/audit/change-records.ts'
import { requireCaller } from '../caller.ts'

/** Whose history this person may see: the trail is one for all instances, so the groups of all of them. */
export async function scopeOfChanges(context: AdmittedContext, right: Right): Promise<ChangeScope> {
  const { signedIn, services, signal } = context
  const places = signedIn.access.grants.filter(({ role }) => role.rights.has(right)).map((grant) => grant.places)
  if (places.includes('all')) return 'all'
  const named = new Set(places.flat().map((place) => place.slice(0, place.indexOf(':')).trim()))
  const instances = await services.connect.listInstances({ signal })
  const asked = instances.filter(({ alias }) => named.has(alias) || named.has('*'))
  const scopes = await Promise.all(
    asked.map(async ({ alias }) => (await requireCaller(alias, context)).access.scope(right)),
  )
  return scopes.includes('all') ? 'all' : scopes.flat()
}
