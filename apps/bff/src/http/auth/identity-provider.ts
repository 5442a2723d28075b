import * as openid from 'openid-client'
import type { Config } from '../../config.ts'
import { hasPersonClaims, personOfClaims, type ClaimedPerson } from './person-of-claims.ts'
import type { PendingSignIn } from '../../store/sign-ins.ts'

const TIMEOUT_SECONDS = 10

/** The identity provider did not answer, or its description cannot be used. */
export class ProviderUnavailable extends Error {}

export interface IdentityProvider {
  /** Where to send the browser, and what to keep until it comes back. Throws `ProviderUnavailable`. */
  begin(loginHint: string | undefined): Promise<{ url: URL } & Omit<PendingSignIn, 'returnTo'>>
  /** Trades the code that the browser brought back for the person. Throws `ProviderUnavailable`, or what openid-client throws. */
  complete(callbackUrl: URL, signIn: PendingSignIn): Promise<ClaimedPerson & { idToken: string | null }>
  /** Where the browser signs out at the provider too; undefined where the provider has no such page or is away. */
  findSignOutUrl(idToken: string | null): Promise<URL | undefined>
}

/** openid-client's codes for answers that are none: too late, of a wrong status or type, unreadable. */
const noAnswerCodes = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

/** Whether the provider was away, and not the sign-in wrong. `fetch` says so by a TypeError with the connection's error in it. */
function isNoAnswer(error: unknown): boolean {
  if (error instanceof TypeError) return error.cause instanceof Error
  return error instanceof openid.ClientError && noAnswerCodes.has(error.code ?? '')
}

/** Whether it is the sign-in that is wrong; anything else that is thrown is our own failure. */
export function isRefusedSignIn(error: unknown): boolean {
  return [
    openid.ClientError,
    openid.ResponseBodyError,
    openid.AuthorizationResponseError,
    openid.WWWAuthenticateChallengeError,
  ].some((kind) => error instanceof kind)
}

/** The code flow with PKCE, state and nonce: the same for the demo provider and a real one. */
export function createIdentityProvider({ oidc }: Pick<Config, 'oidc'>, publicOrigin: string): IdentityProvider {
  let discovered: Promise<openid.Configuration> | undefined

  const unavailable = (cause: unknown) =>
    new ProviderUnavailable(`The identity provider ${oidc.issuer.href} cannot be used.`, { cause })

  /** Asked for at the first sign-in and kept; a failure is not kept. */
  async function discover(): Promise<openid.Configuration> {
    const secret = oidc.clientSecret
    discovered ??= openid.discovery(
      oidc.issuer,
      oidc.clientId,
      undefined,
      secret === undefined ? openid.None() : openid.ClientSecretBasic(secret),
      {
        timeout: TIMEOUT_SECONDS,
        // Settings allow http on loopback alone.
        execute: oidc.issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
      },
    )
    try {
      return await discovered
    } catch (error) {
      discovered = undefined
      throw unavailable(error)
    }
  }

  async function readClaims(
    configuration: openid.Configuration,
    tokens: openid.TokenEndpointResponse,
    inToken: openid.IDToken,
  ) {
    const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined
    if (hasPersonClaims(inToken, oidc.roleClaim) || !hasUserInfo) return inToken
    // The ID token is the signed word about who it is; what it already says is not overruled.
    return { ...(await openid.fetchUserInfo(configuration, tokens.access_token, inToken.sub)), ...inToken }
  }

  async function tradeCode(
    configuration: openid.Configuration,
    callbackUrl: URL,
    { state, nonce, codeVerifier }: PendingSignIn,
  ) {
    const tokens = await openid.authorizationCodeGrant(configuration, callbackUrl, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('The identity provider gave no ID token.')
    const person = personOfClaims(await readClaims(configuration, tokens, claims), oidc.roleClaim)
    return { ...person, idToken: tokens.id_token ?? null }
  }

  return {
    async begin(loginHint) {
      const configuration = await discover()
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

    async complete(callbackUrl, signIn) {
      const configuration = await discover()
      try {
        return await tradeCode(configuration, callbackUrl, signIn)
      } catch (error) {
        if (isNoAnswer(error)) throw unavailable(error)
        throw error
      }
    },

    async findSignOutUrl(idToken) {
      const configuration = await discover().catch(() => undefined)
      if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined
      return openid.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: `${publicOrigin}/`,
        ...(idToken !== null && { id_token_hint: idToken }),
      })
    },
  }
}
