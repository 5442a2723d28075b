import { errors as jose } from 'jose'
import * as openid from 'openid-client'

/** The identity provider did not answer, or what it answered cannot be used. */
export class ProviderUnavailable extends Error {}

/** openid-client's codes for answers that are none: too late, of a wrong status or type, unreadable. */
const noAnswerCodes = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

/** jose's codes for keys that could not be read; the generic one is a wrong status or no JSON. */
const noKeysCodes = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'])

/** Whether the provider was away, and not the sign-in wrong. `fetch` says so by a TypeError with the connection's error in it. */
export function isNoAnswer(error: unknown): boolean {
  if (error instanceof TypeError) return error.cause instanceof Error
  if (error instanceof jose.JOSEError) return noKeysCodes.has(error.code)
  // A server error comes as JSON, too, as with an OAuth error in it.
  if (error instanceof openid.ResponseBodyError) return error.status >= 500
  return error instanceof openid.ClientError && noAnswerCodes.has(error.code ?? '')
}

/** Whether it is the sign-in that is wrong; anything else that is thrown is our own failure. */
export function isRefusedSignIn(error: unknown): boolean {
  return [
    openid.ClientError,
    openid.ResponseBodyError,
    openid.AuthorizationResponseError,
    openid.WWWAuthenticateChallengeError,
    jose.JOSEError,
  ].some((kind) => error instanceof kind)
}

/** What went wrong, and why, without stacks: anyone may bring it about. */
export function causesOf(error: unknown): string[] {
  return error instanceof Error ? [`${error.name}: ${error.message}`, ...causesOf(error.cause)] : []
}
