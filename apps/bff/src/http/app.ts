import type { RequestListener } from 'node:http'
import express, { type ErrorRequestHandler } from 'express'
import type { Config } from '../config.ts'
import { createOpenConnect } from '../features/federation/open-connect.ts'
import type { InFlight } from '../in-flight.ts'
import type { Store } from '../store/store.ts'
import { createApi, findApiTarget } from './api.ts'
import { createAuthRoutes } from './auth/auth-routes.ts'
import { createAuthentication } from './auth/authentication.ts'
import { createIdentityProvider } from './auth/identity-provider.ts'
import { createSessionCookie } from './auth/session-cookie.ts'
import { Fault } from './fault.ts'
import { createHealth } from './health.ts'
import { logRequests } from './log.ts'
import { createRateLimit } from './rate-limit.ts'
import type { Services } from './request-context.ts'
import { securityHeaders } from './security-headers.ts'
import { sendApiError } from './send-api-error.ts'
import { serveWeb } from './web-files.ts'

export interface AppOptions {
  readonly config: Config
  readonly publicOrigin: string
  readonly services: Services
  readonly store: Store
  readonly inFlight: InFlight
  /** Of each request to the identity provider. */
  readonly providerTimeoutMs: number
}

/** While the identity provider is away, what it said last counts for so many times its usual age. */
const CLAIMS_LIMIT = 4

/** The whole HTTP side: the API, and by Express all else. */
export function createApp(options: AppOptions): RequestListener {
  const { config, publicOrigin, services, store, inFlight, providerTimeoutMs } = options
  const { log, now } = services
  const sessionCookie = createSessionCookie(publicOrigin)
  const rateLimit = createRateLimit(config, store)
  const identityProvider = createIdentityProvider({
    oidc: config.oidc,
    publicOrigin,
    access: services.access,
    timeoutMs: providerTimeoutMs,
  })

  /** What Express itself refuses: an address that cannot be decoded, for instance. Its words stay in the log. */
  const sendUnexpected: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
    const isBadRequest = error.status !== undefined && error.status >= 400 && error.status < 500
    const message = 'The address is not valid.'
    sendApiError(
      response,
      isBadRequest
        ? new Fault('BAD_REQUEST', { fields: [{ field: 'path', message }] }, { message, cause: error })
        : error,
      log,
    )
  }

  const app = express()
  app.disable('etag')
  app.disable('x-powered-by')
  // One address, one meaning: what is below /api for the guard is so for everything behind it.
  app.enable('case sensitive routing')
  const authentication = createAuthentication({
    sessions: store.sessions,
    cookie: sessionCookie,
    identityProvider,
    access: services.access,
    audit: services.audit,
    claimsLimitMinutes: CLAIMS_LIMIT * config.session.claimsMinutes,
    now,
    log,
  })
  app.use(createHealth({ store, connect: services.connect }))
  app.use(createOpenConnect({ services, authentication, rateLimit, publicOrigin, inFlight }))
  app.use(
    '/auth',
    createAuthRoutes({
      store,
      identityProvider,
      sessionCookie,
      rateLimit,
      publicOrigin,
      access: services.access,
      now,
      audit: services.audit,
      log,
    }),
  )
  app.use(serveWeb(config.webDist))
  app.use((_request, response) => {
    sendApiError(response, new Fault('NOT_FOUND', {}, { message: 'There is nothing at this address.' }), log)
  })
  app.use(sendUnexpected)
  const beginLog = logRequests(log)
  const setSecurityHeaders = securityHeaders()
  const answerApi = createApi({ services, authentication, rateLimit, publicOrigin, inFlight })
  return (request, response) => {
    beginLog(request, response)
    setSecurityHeaders(response)
    const target = findApiTarget(request)
    if (target) {
      answerApi(request, response, target).catch((error: unknown) => {
        log.error({ err: error }, 'an answer failed')
        response.destroy()
      })
    } else app(request, response)
  }
}
