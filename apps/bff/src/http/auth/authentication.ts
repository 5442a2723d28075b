import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import type { AccessSource } from '../../access/access-source.ts'
import { KeptAccess } from '../../access/person-access.ts'
import type { AuditTrail } from '../../store/audit/audit-trail.ts'
import type { Sessions, SessionPerson } from '../../store/sessions.ts'
import { Fault } from '../fault.ts'
import type { SignedIn } from '../request-context.ts'
import { endSession as endRecorded } from './end-session.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { causesOf, isRefusedSignIn, ProviderUnavailable } from './provider-failure.ts'
import type { Cookie } from './session-cookie.ts'

export interface Authentication {
  /** Who sent the request, by the session cookie, the store and, once in a while, the identity provider. */
  findSignedIn(request: IncomingMessage, requestId: string): Promise<SignedIn | undefined>
}

export interface AuthenticationOptions {
  readonly sessions: Sessions
  readonly cookie: Cookie
  readonly identityProvider: IdentityProvider
  readonly access: AccessSource
  /** As long as the provider is away, what it said last counts up to this age. */
  readonly claimsLimitMinutes: number
  readonly audit: AuditTrail
  readonly now: () => Date
  readonly log: Logger
}

/** The provider is away, or the store can only be read: no word about the person. */
const isOutage = (error: unknown): boolean =>
  error instanceof ProviderUnavailable || (error instanceof Fault && error.code === 'store.unavailable')

interface Asking {
  readonly token: string
  readonly requestId: string
}

type Session = NonNullable<Awaited<ReturnType<Sessions['find']>>>

export function createAuthentication(options: AuthenticationOptions): Authentication {
  const { sessions, cookie, identityProvider, access, claimsLimitMinutes, audit, now, log } = options
  const keptAccess = new KeptAccess()

  async function endSession(asking: Asking, how: string, error?: unknown): Promise<undefined> {
    await endRecorded({ sessions, audit }, { ...asking, how })
    log.info({ causes: causesOf(error) }, `session ended: ${how}`)
  }

  /** What somebody may do from now on is as much worth a record as that they signed in. */
  async function renew({ token, requestId }: Asking, before: Session, person: SessionPerson): Promise<void> {
    const { id, name, roles } = person
    const areOther = new Set(roles).symmetricDifference(new Set(before.roles)).size > 0
    const how = `roles read again at the identity provider; they were: ${before.roles.join(', ')}`
    await audit.recordWith(async (transaction) => {
      await sessions.renew(token, person, transaction)
      return {
        answer: undefined,
        events: areOther ? [{ kind: 'sign-in', requestId, person: { id, name, roles }, how }] : [],
      }
    })
  }

  /** A role that was taken away at the provider counts from here on. */
  async function readClaimsAgain(asking: Asking, session: Session): Promise<Session | undefined> {
    try {
      const refreshToken = await sessions.takeRefreshToken(asking.token)
      if (refreshToken === undefined) return session
      const person = await identityProvider.readAgain(session.person.id, refreshToken)
      if (person.roles.length === 0) return await endSession(asking, 'the identity provider gives no role any more')
      await renew(asking, session, person)
      return { ...session, person, roles: person.roles, places: person.places ?? [], username: person.username ?? null }
    } catch (error) {
      if (isOutage(error)) {
        log.warn({ causes: causesOf(error) }, 'reading claims again failed')
        const ageMinutes = (now().getTime() - session.claimsReadAt.getTime()) / 60_000
        return ageMinutes < claimsLimitMinutes
          ? session
          : await endSession(asking, 'the identity provider is away for too long')
      }
      if (isRefusedSignIn(error)) return endSession(asking, 'refused by the identity provider', error)
      throw error
    }
  }

  return {
    async findSignedIn(request, requestId) {
      const token = cookie.read(request)
      if (token === undefined) return undefined
      const found = await sessions.find(token)
      const session = found?.areClaimsDue === true ? await readClaimsAgain({ token, requestId }, found) : found
      if (!session) return undefined
      const may = keptAccess.of(access.current(), session.person.id, session)
      return { ...session, access: may, rights: may.rights, reasonRequired: may.reasonRequired }
    },
  }
}
