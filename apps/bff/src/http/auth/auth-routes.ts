import { Router, type Request, type Response } from 'express'
import type { Logger } from 'pino'
import type { AccessSource } from '../../access/access-source.ts'
import type { AuditTrail } from '../../store/audit/audit-trail.ts'
import type { Store } from '../../store/store.ts'
import { createToken } from '../../store/token.ts'
import { Fault } from '../fault.ts'
import { pageStyle, sendPage } from '../pages.ts'
import type { RateLimit } from '../rate-limit.ts'
import { requestState } from '../request-state.ts'
import { requireSameOrigin } from '../same-origin.ts'
import { sendApiError } from '../send-api-error.ts'
import { createBackChannelLogout } from './back-channel-logout.ts'
import { endSession } from './end-session.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { causesOf } from './provider-failure.ts'
import { safeReturnTo } from './return-to.ts'
import { createSignInCookie, type Cookie } from './session-cookie.ts'
import { again, sendNoRole, sendSignInFailure } from './sign-in-pages.ts'

export interface AuthOptions {
  readonly store: Store
  readonly identityProvider: IdentityProvider
  readonly sessionCookie: Cookie
  readonly rateLimit: RateLimit
  readonly publicOrigin: string
  readonly access: AccessSource
  readonly now: () => Date
  readonly audit: AuditTrail
  readonly log: Logger
}

const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** On loopback people type localhost or 127.0.0.1 as they like; cookies and the identity provider know only one of them. */
function findCanonicalUrl(request: Request, publicOrigin: string): string | undefined {
  const { host, hostname } = new URL(publicOrigin)
  const asked = request.headers.host
  const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])$/
  const askedName = asked?.replace(/:\d+$/, '')
  if (asked === host || askedName === undefined || !isLoopback.test(hostname) || !isLoopback.test(askedName)) {
    return undefined
  }
  return askedName === hostname ? undefined : `${publicOrigin}${request.originalUrl}`
}

/** Everything below /auth. */
export function createAuthRoutes(options: AuthOptions): Router {
  const { store, identityProvider, sessionCookie, rateLimit, publicOrigin, access, audit, log } = options
  const { sessions } = store
  const signInCookie = createSignInCookie(publicOrigin)

  async function beginSignIn(request: Request, response: Response): Promise<void> {
    const canonicalUrl = findCanonicalUrl(request, publicOrigin)
    if (canonicalUrl !== undefined) {
      response.redirect(302, canonicalUrl)
      return
    }
    const { url, ...signIn } = await identityProvider.begin(asText(request.query['login_hint']))
    // One browser may have several sign-ins under way, in two tabs for instance: all are bound to the same cookie.
    const browserToken = signInCookie.read(request) ?? createToken()
    await store.signIns.begin(browserToken, { ...signIn, returnTo: safeReturnTo(request.query['returnTo']) })
    signInCookie.write(request, response, browserToken)
    response.redirect(302, url.href)
  }

  async function completeSignIn(request: Request, response: Response): Promise<void> {
    const browserToken = signInCookie.read(request)
    const state = asText(request.query['state'])
    const signIn =
      browserToken !== undefined && state !== undefined ? await store.signIns.take(browserToken, state) : undefined
    if (!signIn) {
      sendPage(response, 400, {
        title: 'This sign-in is over',
        paragraphs: ['It took too long, was already used, or was begun in another browser.'],
        link: again,
      })
      return
    }
    const person = await identityProvider.complete(new URL(request.originalUrl, publicOrigin), signIn)
    // Whatever session the browser had is over: it may have been someone else's, or planted.
    const oldToken = sessionCookie.read(request)
    const { requestId } = requestState(response)
    const how = 'another sign-in in the same browser'
    if (oldToken !== undefined) await endSession({ sessions, audit }, { token: oldToken, requestId, how })
    const asking = { requestId, person: { id: person.id, name: person.name, roles: person.roles } }
    if (person.roles.length === 0) {
      const about = { action: 'sign-in', instance: null, target: null, code: 'FORBIDDEN', fields: [] }
      await audit.note({ kind: 'refusal', ...asking, ...about })
      sessionCookie.clear(response)
      sendNoRole(response, person.name, access.current())
      return
    }
    await audit.record({ kind: 'sign-in', ...asking, how: null })
    sessionCookie.write(request, response, await sessions.create(person))
    response.redirect(303, signIn.returnTo)
  }

  const logUnrevoked = (error: unknown) => log.warn({ causes: causesOf(error) }, 'revoking a refresh token failed')

  async function signOut(request: Request, response: Response): Promise<void> {
    requireSameOrigin(request.headers, publicOrigin)
    const token = sessionCookie.read(request)
    const { requestId } = requestState(response)
    const ended =
      token === undefined ? undefined : await endSession({ sessions, audit }, { token, requestId, how: null })
    sessionCookie.clear(response)
    // One that outlives the provider's own session (offline access) would stay good for whoever finds it.
    if (ended?.refreshToken) await identityProvider.revoke(ended.refreshToken).catch(logUnrevoked)
    const url = ended && (await identityProvider.findSignOutUrl(ended.idToken))
    response.json({ goTo: url?.href ?? '/' })
  }

  const router = Router({ caseSensitive: true })
  router.get('/page.css', (_request, response) => {
    response.set('cache-control', 'public, max-age=3600').type('css').send(pageStyle)
  })
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  /** Nobody is known here yet, so requests count by address. */
  async function answerCalmly(route: string, answer: typeof signOut, request: Request, response: Response) {
    requestState(response).route = route
    await rateLimit.require(request)
    await answer(request, response)
  }
  router.get('/sign-in', (request, response) =>
    answerCalmly('/auth/sign-in', beginSignIn, request, response).catch((error: unknown) =>
      sendSignInFailure(response, error, log),
    ),
  )
  router.get('/callback', (request, response) =>
    answerCalmly('/auth/callback', completeSignIn, request, response).catch((error: unknown) =>
      sendSignInFailure(response, error, log),
    ),
  )
  router.post('/sign-out', (request, response) =>
    answerCalmly('/auth/sign-out', signOut, request, response).catch((error: unknown) =>
      sendApiError(response, error, log),
    ),
  )
  router.post('/back-channel-logout', (request, response) =>
    answerCalmly('/auth/back-channel-logout', createBackChannelLogout(options), request, response).catch(
      (error: unknown) => sendApiError(response, error, log),
    ),
  )
  router.use((request, response) => {
    sendApiError(
      response,
      new Fault('NOT_FOUND', {}, { message: `There is no ${request.method} at this address.` }),
      log,
    )
  })
  return router
}
