// The entry of oidc-provider writes a warning to the console on every Node release that is not marked as LTS (26 is not
// yet). What it exports is therefore taken from the modules behind it; the version is pinned exactly.
declare module 'oidc-provider/lib/provider.js' {
  export { Provider } from 'oidc-provider'
}
declare module 'oidc-provider/lib/helpers/errors.js' {
  import type { errors } from 'oidc-provider'
  export const SessionNotFound: typeof errors.SessionNotFound
}
declare module 'oidc-provider/lib/helpers/interaction_policy/index.js' {
  import type { interactionPolicy } from 'oidc-provider'
  export const base: typeof interactionPolicy.base
  export const Check: typeof interactionPolicy.Check
}
