import { permissionCatalogue } from '@patchbay/contract/permission-catalogue'

const labels = new Map(permissionCatalogue.map(({ name, resource, action }) => [name, `${resource}: ${action}`]))

/** A permission as Amazon Connect's own page has it; one that no list knows has its API name. */
function permissionText(name: string): string {
  return labels.get(name) ?? name
}

/** The API name is what search, exports and the API itself use: it is there on hover. */
export function PermissionName({ name }: { readonly name: string }) {
  return <bdi title={name}>{permissionText(name)}</bdi>
}
