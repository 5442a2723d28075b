import { permissionText } from '@patchbay/contract/permission-catalogue'

/** The API name is what search, exports and the API itself use: it is there on hover. */
export function PermissionName({ name }: { readonly name: string }) {
  return <bdi title={name}>{permissionText(name)}</bdi>
}
