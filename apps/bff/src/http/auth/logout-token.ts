import type { Logout } from '../../store/logouts.ts'
import { CLOCK_TOLERANCE_SECONDS, type VerifyToken } from './provider-keys.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
/** One that is older was kept back by someone; up to then it is remembered, so that none is good twice. */
const MAX_AGE_SECONDS = 600

/** The token is not what a provider sends to sign someone out. The message says what is wrong with it. */
export class LogoutRefused extends Error {}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/**
 * Validates a logout token as OpenID Connect Back-Channel Logout 1.0 (section 2.6) has it: signature, issuer, audience,
 * times, event, whom it is about, and that it is no ID token. That none counts twice is for the store to see.
 * Throws `LogoutRefused`, or what `verify` throws.
 */
export async function readLogoutToken(token: string, verify: VerifyToken, now: Date): Promise<Logout> {
  const { payload, protectedHeader } = await verify(token, {
    currentDate: now,
    maxTokenAge: MAX_AGE_SECONDS,
    requiredClaims: ['iat', 'exp'],
  })
  const refuse = (message: string) => new LogoutRefused(`The logout token ${message}.`)
  // Older providers type it as any token, or not at all.
  if (!/^(application\/)?(logout\+)?jwt$/i.test(protectedHeader.typ ?? 'JWT')) throw refuse('is of another type')
  const { events, nonce } = payload
  if (nonce !== undefined) throw refuse('has a nonce, as only ID tokens have')
  if (!isObject(events) || !isObject((events as Record<string, unknown>)[EVENT])) throw refuse('is about another event')
  const [jti, personId, sid] = [asText(payload.jti), asText(payload.sub), asText(payload['sid'])]
  if (jti === undefined) throw refuse('has no id')
  if (personId === undefined && sid === undefined) throw refuse('says not who is meant')
  const expiresAt = new Date(now.getTime() + (MAX_AGE_SECONDS + 2 * CLOCK_TOLERANCE_SECONDS) * 1_000)
  return { jti, expiresAt, personId, sid }
}
