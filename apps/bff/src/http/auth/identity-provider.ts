import * as openid from 'openid-client'
import type { AccessSource } from '../../access/access-source.ts'
import type { Config } from '../../config.ts'
import type { Logout } from '../../store/logouts.ts'
import type { SessionPerson } from '../../store/sessions.ts'
import type { PendingSignIn } from '../../store/sign-ins.ts'
import { readLogoutToken } from './logout-token.ts'
import { hasPersonClaims, personOfClaims } from './person-of-claims.ts'
import { isNoAnswer, ProviderUnavailable } from './provider-failure.ts'
import { createTokenCheck, type VerifyToken } from './provider-keys.ts'

export interface IdentityProvider {
  /** Where to send the browser, and what to keep until it comes back. Throws `ProviderUnavailable`. */
  begin(loginHint: string | undefined): Promise<{ url: URL } & Omit<PendingSignIn, 'returnTo'>>
  /** Trades the code that the browser brought back for the person. Throws `ProviderUnavailable`, or what `isRefusedSignIn` knows. */
  complete(callbackUrl: URL, signIn: PendingSignIn): Promise<SessionPerson>
  /** Who the person is and which roles they have by now. Throws as `complete`. */
  readAgain(personId: string, refreshToken: string): Promise<SessionPerson>
  /** Whom the provider wants signed out. Throws `ProviderUnavailable`, `LogoutRefused`, or what `isRefusedSignIn` knows. */
  readLogoutToken(token: string, now: Date): Promise<Logout>
  /** Where the browser signs out at the provider too; undefined where the provider has no such page or is away. */
  findSignOutUrl(idToken: string | null): Promise<URL | undefined>
  /** Gives a refresh token back, where the provider takes it. Throws as `complete`. */
  revoke(refreshToken: string): Promise<void>
}

interface Discovered {
  readonly configuration: openid.Configuration
  readonly verify: VerifyToken
}

export interface IdentityProviderOptions {
  readonly oidc: Config['oidc']
  readonly publicOrigin: string
  readonly access: AccessSource
  /** Of each request to the provider. */
  readonly timeoutMs: number
}

/** The code flow with PKCE, state and nonce: the same for the demo provider and a real one. */
export function createIdentityProvider(options: IdentityProviderOptions): IdentityProvider {
  const { oidc, publicOrigin, access, timeoutMs } = options
  let discovered: Promise<Discovered> | undefined

  const unavailable = (cause: unknown) =>
    new ProviderUnavailable(`The identity provider ${oidc.issuer.href} cannot be used.`, { cause })

  async function readDescription(): Promise<Discovered> {
    const secret = oidc.clientSecret
    const configuration = await openid.discovery(
      oidc.issuer,
      oidc.clientId,
      undefined,
      secret === undefined ? openid.None() : openid.ClientSecretBasic(secret),
      {
        timeout: timeoutMs / 1_000,
        // Settings allow http on loopback alone.
        execute: oidc.issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
      },
    )
    return { configuration, verify: createTokenCheck(configuration, timeoutMs) }
  }

  /** Asked for at the first sign-in and kept; a failure is not kept. */
  async function discover(): Promise<Discovered> {
    discovered ??= readDescription()
    try {
      return await discovered
    } catch (error) {
      discovered = undefined
      throw unavailable(error)
    }
  }

  /** With the provider's description in hand; that it does not answer is one kind of failure. */
  async function withProvider<T>(ask: (provider: Discovered) => Promise<T>): Promise<T> {
    const provider = await discover()
    try {
      return await ask(provider)
    } catch (error) {
      if (isNoAnswer(error)) throw unavailable(error)
      throw error
    }
  }

  async function readClaims(
    configuration: openid.Configuration,
    tokens: openid.TokenEndpointResponse,
    sub: string,
    inToken: openid.IDToken | undefined,
  ) {
    const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined
    if (inToken && (hasPersonClaims(inToken, oidc.roleClaim, access.current()) || !hasUserInfo)) return inToken
    if (!hasUserInfo) throw new ProviderUnavailable('It gave neither an ID token nor has it a UserInfo endpoint.')
    // The ID token is the signed word about who it is; what it already says is not overruled.
    return { ...(await openid.fetchUserInfo(configuration, tokens.access_token, sub)), ...inToken }
  }

  /** `personId`: who it has to be; at sign-in whoever the ID token names. */
  async function readPerson(
    { configuration, verify }: Discovered,
    tokens: openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers,
    personId: string | undefined,
  ): Promise<SessionPerson> {
    const inToken = tokens.claims()
    if (tokens.id_token !== undefined) await verify(tokens.id_token)
    const sub = personId ?? inToken?.sub
    if (sub === undefined) throw new Error('The identity provider gave no ID token.')
    if (inToken && inToken.sub !== sub) throw new openid.ClientError('The ID token is another person’s.')
    const claims = await readClaims(configuration, tokens, sub, inToken)
    const sid = inToken?.['sid']
    return {
      ...personOfClaims(claims, oidc.roleClaim, access.current()),
      idToken: tokens.id_token ?? null,
      sid: typeof sid === 'string' ? sid : null,
      refreshToken: tokens.refresh_token ?? null,
    }
  }

  return {
    async begin(loginHint) {
      const { configuration } = await discover()
      const codeVerifier = openid.randomPKCECodeVerifier()
      const state = openid.randomState()
      const nonce = openid.randomNonce()
      const url = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: `${publicOrigin}/auth/callback`,
        scope: oidc.scope,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(loginHint !== undefined && { login_hint: loginHint }),
      })
      return { url, state, nonce, codeVerifier }
    },

    complete: (callbackUrl, { state, nonce, codeVerifier }) =>
      withProvider(async (provider) => {
        const tokens = await openid.authorizationCodeGrant(provider.configuration, callbackUrl, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        return readPerson(provider, tokens, undefined)
      }),

    readAgain: (personId, refreshToken) =>
      withProvider(async (provider) => {
        const tokens = await openid.refreshTokenGrant(provider.configuration, refreshToken)
        const person = await readPerson(provider, tokens, personId)
        // A provider that gives no other means that this one stays good.
        return { ...person, refreshToken: person.refreshToken ?? refreshToken }
      }),

    readLogoutToken: (token, now) => withProvider(({ verify }) => readLogoutToken(token, verify, now)),

    async findSignOutUrl(idToken) {
      const provider = await discover().catch(() => undefined)
      if (provider?.configuration.serverMetadata().end_session_endpoint === undefined) return undefined
      return openid.buildEndSessionUrl(provider.configuration, {
        post_logout_redirect_uri: `${publicOrigin}/`,
        ...(idToken !== null && { id_token_hint: idToken }),
      })
    },

    revoke: (refreshToken) =>
      withProvider(async ({ configuration }) => {
        if (configuration.serverMetadata().revocation_endpoint === undefined) return
        await openid.tokenRevocation(configuration, refreshToken)
      }),
  }
}
