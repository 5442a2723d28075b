// oxlint-disable-next-line typescript/triple-slash-reference -- the server's type check reads this package too and finds the declarations only so
/// <reference path="./oidc-provider.d.ts" />
export { SessionNotFound } from 'oidc-provider/lib/helpers/errors.js'
export { base as basePolicy, Check } from 'oidc-provider/lib/helpers/interaction_policy/index.js'
export { Provider } from 'oidc-provider/lib/provider.js'
