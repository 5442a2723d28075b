import { defaultStringifySearch } from '@tanstack/react-router'

/** Every address in the app, as text: for Cloudscape's `href`. Navigation itself happens in `use-follow.ts`. */
export const paths = {
  home: () => '/',
  instance: (instance: string) => `/${encodeURIComponent(instance)}`,
  /** `search`: whom a text finds. */
  people: (instance: string, search?: string) =>
    `/${encodeURIComponent(instance)}/people${defaultStringifySearch({ search })}`,
  /** `from`: whom to copy. */
  personCreate: (instance: string, from?: string) =>
    `${paths.people(instance)}/create${from === undefined ? '' : `?${new URLSearchParams({ from }).toString()}`}`,
  presets: (instance: string) => `${paths.people(instance)}/presets`,
  person: (instance: string, id: string) => `/${encodeURIComponent(instance)}/people/${encodeURIComponent(id)}`,
  /** `which`: those that a text finds, or that grant a permission. */
  securityProfiles: (instance: string, which?: { readonly text: string } | { readonly permission: string }) =>
    `/${encodeURIComponent(instance)}/security-profiles${defaultStringifySearch({ ...which })}`,
  securityProfileCreate: (instance: string) => `/${encodeURIComponent(instance)}/security-profiles/create`,
  securityProfile: (instance: string, id: string) =>
    `/${encodeURIComponent(instance)}/security-profiles/${encodeURIComponent(id)}`,
  hierarchy: (instance: string) => `/${encodeURIComponent(instance)}/hierarchy`,
  hierarchyGroup: (instance: string, id: string) =>
    `${paths.hierarchy(instance)}?${new URLSearchParams({ group: id }).toString()}`,
  /** `of`: only those done to this person or security profile. */
  changes: (instance: string, of?: string) =>
    `/${encodeURIComponent(instance)}/changes${of === undefined ? '' : `?${new URLSearchParams({ target: of }).toString()}`}`,
  /** Without an instance: the page of the first one. */
  whatMayIDo: (instance = '') => `${instance === '' ? '' : paths.instance(instance)}/what-may-i-do`,
  roles: (instance: string) => `/${encodeURIComponent(instance)}/roles`,
  change: (instance: string, id: string) => `${paths.changes(instance)}/${encodeURIComponent(id)}`,
  openConnect: (instance: string) => `${paths.instance(instance)}/open-connect`,
  /** Where a sign-in in a second window ends. */
  signedIn: () => '/signed-in',
  signIn: (returnTo: string) => `/auth/sign-in?${new URLSearchParams({ returnTo }).toString()}`,
  signOut: () => '/auth/sign-out',
}
