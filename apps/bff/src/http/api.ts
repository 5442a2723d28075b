import { StandardOpenAPIHandler } from '@orpc/openapi/standard'
import { CONNECT_DOWN_HEADER } from '@patchbay/contract'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { InFlight } from '../in-flight.ts'
import { createRouter } from '../router.ts'
import { toApiError } from './api-error.ts'
import type { Authentication } from './auth/authentication.ts'
import { Fault } from './fault.ts'
import { openApiDocument } from './open-api-document.ts'
import { noteRefusal } from './note-refusal.ts'
import { addressOf, type RateLimit } from './rate-limit.ts'
import { readBody, requireNoQuery, requirePathOnly } from './read-body.ts'
import type { Addressed, RequestContext, Services } from './request-context.ts'
import { requestState, type RequestState } from './request-state.ts'
import { RequestWaits } from './request-waits.ts'
import { requireRight } from './require-right.ts'
import { addressedBy, findRoute, type ApiRoute } from './route-table.ts'
import { requireSameOrigin } from './same-origin.ts'
import { logFailure, sendApiError } from './send-api-error.ts'

export interface ApiOptions {
  readonly services: Services
  readonly authentication: Authentication
  readonly rateLimit: RateLimit
  readonly publicOrigin: string
  readonly inFlight: InFlight
}

function createHandler() {
  return new StandardOpenAPIHandler<RequestContext>(createRouter(), {
    interceptors: [
      async (options) => {
        const { context } = options
        try {
          return await options.next()
        } catch (error) {
          const apiError = toApiError(error, context.requestId)
          // Whoever left gets no answer. The request's own line says that it was aborted.
          const hasLeft = context.signal.aborted && error === context.signal.reason
          if (!hasLeft) logFailure(context.services.log, error, apiError)
          if (apiError.code === 'FORBIDDEN') await noteRefusal({ ...context, audit: context.services.audit }, apiError)
          throw apiError
        }
      },
    ],
  })
}

function abortWhenClosed(response: Response): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}

/** The header for what the body of a "come back later" says already: tools read the one, people the other. */
function findRetryAfter(body: unknown): string | undefined {
  const seconds = (body as { data?: { retryAfterSeconds?: number } } | undefined)?.data?.retryAfterSeconds
  return seconds === undefined ? undefined : String(Math.ceil(seconds))
}

/** In one piece, with its length: oRPC's own adapter for Node sends chunks, which cost a third of a small answer's time. */
function sendAnswer(response: Response, { status, body }: { status: number; body: unknown }): void {
  const retryAfter = findRetryAfter(body)
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  if (body === undefined) {
    response.writeHead(status).end()
    return
  }
  // As a text it leaves together with its head.
  const text = JSON.stringify(body)
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text)
}

function noSuchRoute({ method }: Request): Fault {
  return new Fault('NOT_FOUND', {}, { message: `There is no ${method} at this address. See /api/openapi.json.` })
}

/** Everything below /api. */
export function createApi({ services, authentication, rateLimit, publicOrigin, inFlight }: ApiOptions): Router {
  const handler = createHandler()
  const waits = new RequestWaits()

  /** Lists are answered from what is known: without this, a screen would not learn that nothing else can be. */
  function tellConnection(response: Response): void {
    if (services.connect.connection().state === 'down') response.set(CONNECT_DOWN_HEADER, '1')
  }

  /** Knows who it is and that they do not come too often. */
  async function admit(request: Request, response: Response) {
    const state = requestState(response)
    state.signedIn = await authentication.findSignedIn(request, state.requestId)
    const who = state.signedIn ? `person ${state.signedIn.person.id}` : addressOf(request)
    await rateLimit.require(who)
    return state
  }

  async function requireRightOrNote({ signedIn, requestId }: RequestState, addressed: Addressed, { right }: ApiRoute) {
    try {
      requireRight(signedIn, right)
    } catch (error) {
      if (error instanceof Fault) await noteRefusal({ audit: services.audit, signedIn, requestId, addressed }, error)
      throw error
    }
  }

  async function answerRoute(request: Request, response: Response): Promise<void> {
    const route = findRoute(request.method, request.path)
    requestState(response).route = `/api${route?.path ?? ' (no such route)'}`
    requireSameOrigin(request.headers, publicOrigin)
    const state = await admit(request, response)
    if (!route) throw noSuchRoute(request)
    const addressed = addressedBy(route, request.path)
    // The procedures ask again; here it saves reading the body of someone who may not send one.
    await requireRightOrNote(state, addressed, route)
    requireNoQuery(request)
    await readBody(request, response)
    requirePathOnly(route.parameters, request)
    if (request.method !== 'GET' && route.path.startsWith('/{instance}/')) services.connect.requireAnswering()
    const signal = abortWhenClosed(response)
    const context = { requestId: state.requestId, addressed, signedIn: state.signedIn, signal, services, waits }
    const { response: answer } = await waits.track(state.signedIn?.person.id ?? '', request.path, () =>
      handler.handle(
        {
          method: request.method,
          url: new URL(`http://localhost${request.originalUrl}`),
          headers: request.headers,
          body: async () => request.body as unknown,
          signal,
        },
        { prefix: '/api', context },
      ),
    )
    // Two ways to read one address that differ would leave the browser waiting for ever.
    if (!answer) throw noSuchRoute(request)
    tellConnection(response)
    sendAnswer(response, answer)
  }

  /** Without x-csrf, so that it opens in a browser tab: it changes nothing and its bytes are the same for everyone. */
  async function answerDocument(request: Request, response: Response): Promise<void> {
    const state = await admit(request, response)
    state.route = '/api/openapi.json'
    requireRight(state.signedIn, 'signed-in')
    response.json(await openApiDocument())
  }

  const answering =
    (answer: (request: Request, response: Response) => Promise<void>): RequestHandler =>
    async (request, response) => {
      response.setHeader('cache-control', 'no-store')
      try {
        await inFlight.track(answer(request, response))
      } catch (error) {
        tellConnection(response)
        sendApiError(response, error, services.log)
      }
    }

  const router = Router({ caseSensitive: true })
  router.get('/openapi.json', answering(answerDocument))
  router.use(answering(answerRoute))
  return router
}
