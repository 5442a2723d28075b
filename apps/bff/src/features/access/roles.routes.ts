import { os } from '../../http/procedure.ts'

export const rolesRoutes = {
  list: os.roles.list.handler(async ({ context: { services } }) => {
    const people = await services.knownPeople.list()
    const items = [...services.access.current().roles.values()].map((role) => ({
      ...role,
      rights: [...role.rights],
      people: people
        .filter(({ roles }) => roles.includes(role.name))
        .map(({ id, name, signedInAt }) => ({ id, name, signedInAt: signedInAt.toISOString() })),
    }))
    return { items }
  }),
}
