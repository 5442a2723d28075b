import type { AdapterFactory, Client, Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { escapeHtml, pageHeaders, renderPage } from './pages.ts'
import type { DemoPerson } from './people.ts'
import { basePolicy, Check, Provider } from './quiet-oidc-provider.ts'
import type { SigningKey } from './signing-key.ts'

export interface ProviderOptions {
  readonly clientId: string
  readonly people: readonly DemoPerson[]
  readonly signingKey: SigningKey
  /** Where name and roles are to be found: in the ID token, or only at the UserInfo endpoint, as with some providers. */
  readonly claimsIn: 'id-token' | 'userinfo'
  /** Whether the client gets refresh tokens; each is good once. */
  readonly refreshTokens: boolean
  /** What outlives a change of the signing key: everything that was issued, and the cookies. */
  readonly adapter: AdapterFactory
  readonly cookieKey: string
}

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]']

/** Who signs in is asked each time: changing roles is what a demo is for. A hint answers the question. */
function createPolicy(): Configuration['interactions'] {
  const policy = basePolicy()
  policy
    .get('login')
    ?.checks.add(new Check('no_person_chosen', 'a person has to be chosen', ({ oidc }) => !oidc.result?.login))
  // There is nothing to consent to between the demo and itself.
  policy.get('consent')?.checks.clear()
  return { policy, url: (_ctx, interaction) => `/interaction/${interaction.uid}` }
}

function showPage(ctx: KoaContextWithOIDC, title: string, body: string): void {
  ctx.set(pageHeaders())
  ctx.body = renderPage(title, body)
}

type LoggedOutClient = Client & {
  backchannelLogoutUri?: string
  backchannelLogout(accountId: string, sid: string | undefined): Promise<void>
}

/** A client that is away learns of it when it next asks with its refresh token. */
function tellOfSignOut(client: LoggedOutClient, accountId: string, sid: string | undefined): Promise<void> {
  return client.backchannelLogoutUri === undefined
    ? Promise.resolve()
    : client.backchannelLogout(accountId, sid).catch(() => undefined)
}

/** The client may be on any port of loopback, so where it hears of sign-outs is known by where people go back to. */
function learnWhereToTell(provider: Provider): void {
  provider.on('interaction.started', ({ oidc }) => {
    const { redirect_uri: redirectUri } = oidc.params ?? {}
    if (!oidc.client || typeof redirectUri !== 'string') return
    const client = oidc.client as LoggedOutClient
    client.backchannelLogoutUri = new URL('/auth/back-channel-logout', redirectUri).href
  })
}

/** A valid ID token is the person's own word for who signs out; without one they are asked, as the standard wants. */
async function signOut(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const session = ctx.oidc.session
  const hinted = ctx.oidc.entities.IdTokenHint?.payload['sub']
  if (session === undefined || hinted === undefined || hinted !== session.accountId) {
    const withButton = form.replace('</form>', '<button name="logout" value="yes" autofocus>Sign out</button></form>')
    showPage(ctx, 'Sign out?', withButton)
    return
  }
  const { postLogoutRedirectUri, state } = session.state as { postLogoutRedirectUri?: string; state?: string }
  const { clientId } = ctx.oidc.client ?? {}
  const client = clientId === undefined ? undefined : await ctx.oidc.provider.Client.find(clientId)
  if (client) await tellOfSignOut(client as LoggedOutClient, session.accountId, session.sidFor(client.clientId))
  await session.destroy()
  const target = new URL(postLogoutRedirectUri ?? ctx.oidc.urlFor('end_session_success'))
  if (state !== undefined) target.searchParams.set('state', state)
  ctx.redirect(target.href)
}

/** The provider itself. Everything that oidc-provider would warn about on the console is set. */
export function createProvider(issuer: string, options: ProviderOptions): Provider {
  const { clientId, people, signingKey, claimsIn, refreshTokens, adapter, cookieKey } = options
  const provider = new Provider(issuer, {
    adapter,
    clients: [
      {
        client_id: clientId,
        // A native client may come back to any port of a loopback address (RFC 8252, section 7.3).
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', ...(refreshTokens ? ['refresh_token'] : [])],
        backchannel_logout_session_required: true,
        response_types: ['code'],
        redirect_uris: loopbackHosts.map((host) => `http://${host}/auth/callback`),
        post_logout_redirect_uris: loopbackHosts.map((host) => `http://${host}/`),
        id_token_signed_response_alg: 'ES256',
      },
    ],
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    jwks: { keys: [signingKey] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    cookies: { keys: [cookieKey] },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    // Its clients are on loopback, where oidc-provider's own dispatcher lets nothing go.
    fetch(url, guarded) {
      const { dispatcher: _dispatcher, ...init } = { dispatcher: undefined, ...guarded }
      return fetch(url, init)
    },
    pkce: { required: () => true },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles', 'patchbay_scope'] },
    conformIdTokenClaims: claimsIn === 'userinfo',
    clientBasedCORS: () => false,
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 28_800,
      IdToken: 600,
      Interaction: 3_600,
      RefreshToken: 28_800,
      Session: 28_800,
    },
    // A second tab's sign-in does not take the first one's code away.
    expiresWithSession: () => false,
    interactions: createPolicy(),
    findAccount: (_ctx, id) => {
      const person = people.find((one) => one.id === id)
      if (!person) return undefined
      const claims = {
        sub: id,
        name: person.name,
        preferred_username: id,
        roles: [...person.roles],
        ...(person.scope && { patchbay_scope: [...person.scope] }),
      }
      return { accountId: id, claims: () => claims }
    },
    async loadExistingGrant(ctx) {
      const accountId = ctx.oidc.session?.accountId
      if (accountId === undefined) return undefined
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    renderError(ctx, { error, error_description: description }) {
      showPage(ctx, 'Sign-in did not work', `<p>${escapeHtml(description ?? error)}</p>`)
    },
    features: {
      backchannelLogout: { enabled: true },
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: {
        logoutSource: signOut,
        postLogoutSuccessSource: (ctx) => showPage(ctx, 'Signed out', '<p>You can close this page.</p>'),
      },
    },
  })
  learnWhereToTell(provider)
  return provider
}
