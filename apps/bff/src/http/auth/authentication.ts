import type { Request } from 'express'
import type { Logger } from 'pino'
import type { AccessSource } from '../../access/access-source.ts'
import { accessOf } from '../../access/person-access.ts'
import type { Sessions } from '../../store/sessions.ts'
import { Fault } from '../fault.ts'
import type { SignedIn } from '../request-context.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { causesOf, isRefusedSignIn, ProviderUnavailable } from './provider-failure.ts'
import type { Cookie } from './session-cookie.ts'

export interface Authentication {
  /** Who sent the request, by the session cookie, the store and, once in a while, the identity provider. */
  findSignedIn(request: Request): Promise<SignedIn | undefined>
}

export interface AuthenticationOptions {
  readonly sessions: Sessions
  readonly cookie: Cookie
  readonly identityProvider: IdentityProvider
  readonly access: AccessSource
  /** As long as the provider is away, what it said last counts up to this age. */
  readonly claimsLimitMinutes: number
  readonly now: () => Date
  readonly log: Logger
}

/** The provider is away, or the store can only be read: no word about the person. */
const isOutage = (error: unknown): boolean =>
  error instanceof ProviderUnavailable || (error instanceof Fault && error.code === 'store.unavailable')

type Session = NonNullable<Awaited<ReturnType<Sessions['find']>>>

export function createAuthentication(options: AuthenticationOptions): Authentication {
  const { sessions, cookie, identityProvider, access, claimsLimitMinutes, now, log } = options

  async function endSession(token: string, why: string, error?: unknown): Promise<undefined> {
    await sessions.end(token)
    log.info({ causes: causesOf(error) }, why)
  }

  /** A role that was taken away at the provider counts from here on. */
  async function readClaimsAgain(token: string, session: Session): Promise<Session | undefined> {
    try {
      const refreshToken = await sessions.takeRefreshToken(token)
      if (refreshToken === undefined) return session
      const person = await identityProvider.readAgain(session.person.id, refreshToken)
      if (person.roles.length === 0) return await endSession(token, 'session ended: no role any more')
      await sessions.renew(token, person)
      return { ...session, person, roles: person.roles, places: person.places ?? [], username: person.username ?? null }
    } catch (error) {
      if (isOutage(error)) {
        log.warn({ causes: causesOf(error) }, 'reading claims again failed')
        const ageMinutes = (now().getTime() - session.claimsReadAt.getTime()) / 60_000
        return ageMinutes < claimsLimitMinutes ? session : await endSession(token, 'session ended: claims too old')
      }
      if (isRefusedSignIn(error)) return endSession(token, 'session ended by the identity provider', error)
      throw error
    }
  }

  return {
    async findSignedIn(request) {
      const token = cookie.read(request)
      if (token === undefined) return undefined
      const found = await sessions.find(token)
      const session = found?.areClaimsDue === true ? await readClaimsAgain(token, found) : found
      if (!session) return undefined
      const may = accessOf(access.current(), session)
      return { ...session, access: may, rights: may.rights, reasonRequired: may.reasonRequired }
    },
  }
}
