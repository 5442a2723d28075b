import { createRemoteJWKSet, jwtVerify, type JWTVerifyOptions, type JWTVerifyResult } from 'jose'
import type { Configuration } from 'openid-client'
import { ProviderUnavailable } from './provider-failure.ts'

/** How far the provider's clock and ours may be apart, as openid-client has it. */
export const CLOCK_TOLERANCE_SECONDS = 30

export type VerifyToken = (token: string, options?: JWTVerifyOptions) => Promise<JWTVerifyResult>

/**
 * Checks tokens against the keys that the provider publishes. They are read once in ten minutes, and at once when a token
 * names one that is not known: a provider that changed its key needs no restart of ours. Tokens that come straight from the
 * provider need no signature by the standard; it is one more lock that a forged answer would have to open.
 * Throws jose's errors, and `fetch`'s.
 */
export function createTokenCheck(configuration: Configuration, timeoutMs: number): VerifyToken {
  const { issuer, jwks_uri: address } = configuration.serverMetadata()
  if (address === undefined || !URL.canParse(address)) throw new ProviderUnavailable('It publishes no keys.')
  if (issuer.startsWith('https:') && !address.startsWith('https:')) {
    throw new ProviderUnavailable('Its keys are not behind https.')
  }
  // Reads that overlap are one, so that unknown keys in made-up tokens cause one request at a time and no more.
  const keys = createRemoteJWKSet(new URL(address), { timeoutDuration: timeoutMs, cooldownDuration: 0 })
  const { client_id: audience } = configuration.clientMetadata()
  return (token, options) =>
    jwtVerify(token, keys, { issuer, audience, clockTolerance: CLOCK_TOLERANCE_SECONDS, ...options })
}
