import { rights, type Ceiling, type OwnRights } from '@patchbay/contract'
import type { Caller } from '../caller.ts'

/** Everything that decides about the caller on this instance, in a form for the page that explains it. */
export async function ownRights({ access, instance, signal }: Caller): Promise<OwnRights> {
  const { person } = access
  const scopes = rights.map((right) => ({ right, allowed: person.rights.has(right), scope: access.scope(right) }))
  const isBounded = scopes.some(({ scope }) => scope !== 'all' && scope.length > 0)
  const paths = isBounded ? (await instance.directory.readNames([], { signal })).groupPaths : undefined
  const pathOf = (id: string) => [...(paths?.get(id) ?? [])]
  return {
    roles: person.grants.map(({ role: { name, title } }) => ({ name, title })),
    rights: scopes.map(({ scope, ...one }) => ({
      ...one,
      scope:
        scope === 'all' ? scope : scope.map((id) => ({ id, name: pathOf(id).at(-1)?.name ?? null, path: pathOf(id) })),
    })),
    unknownPlaces: [...access.unknownPlaces],
    ceiling: ceilingOf(access),
    isAdministrator: person.isAdministrator,
    reasonRequired: person.reasonRequired,
    privileged: person.config.privileged,
    contact: person.config.contact,
  }
}

/** What any of one's roles lets one hand out. */
function ceilingOf({ person }: Caller['access']): Ceiling {
  const ceilings = person.grants.map(({ role }) => role.ceiling)
  if (ceilings.includes('all')) return 'all'
  const bounded = ceilings.filter((one) => one !== 'all')
  return {
    securityProfiles: [...new Set(bounded.flatMap((one) => one.securityProfiles))],
    permissions: [...new Set(bounded.flatMap((one) => one.permissions))],
  }
}
