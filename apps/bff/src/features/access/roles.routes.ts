import type { Handlers } from '../../http/handlers.ts'

export const rolesRoutes: Handlers<'roles'> = {
  list: async ({ context: { services } }) => {
    const people = await services.knownPeople.list()
    const { roles: configured, claims } = services.access.current()
    const items = [...configured.values()].map((role) => ({
      ...role,
      claimValues: claimValuesOf(role.name, claims.roles),
      rights: [...role.rights],
      people: people
        .filter(({ roles }) => roles.includes(role.name))
        .map(({ id, name, signedInAt }) => ({ id, name, signedInAt: signedInAt.toISOString() })),
    }))
    return { items, claims: { roles: services.roleClaim, scope: claims.scope.claim } }
  },
}

/** Without a mapping, the claim holds the names of roles themselves. */
function claimValuesOf(name: string, mapping: Readonly<Record<string, string>>): string[] {
  const values = Object.entries(mapping)
  return values.length === 0 ? [name] : values.filter(([, role]) => role === name).map(([value]) => value)
}
