import { api } from '../../api/client.ts'

/** What the person may do on this instance. Groups can be renamed and roles changed while the page is open. */
export function ownRights(instance: string) {
  return api.session.rights.queryOptions({ input: { instance }, staleTime: 0 })
}

export function listRoles() {
  return api.roles.list.queryOptions({ input: {}, staleTime: 0 })
}
