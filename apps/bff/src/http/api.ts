import { CONNECT_DOWN_HEADER } from '@patchbay/contract'
import type { Request, RequestHandler, Response } from 'express'
import type { InFlight } from '../in-flight.ts'
import { toApiError } from './api-error.ts'
import type { Authentication } from './auth/authentication.ts'
import { Fault } from './fault.ts'
import { noteRefusal } from './note-refusal.ts'
import { openApiDocument } from './open-api-document.ts'
import { createProcedures, inputOf } from './procedures.ts'
import { addressOf, type RateLimit } from './rate-limit.ts'
import { readBody, requireNoQuery, requirePathOnly } from './read-body.ts'
import type { RequestContext, Services } from './request-context.ts'
import { requestState } from './request-state.ts'
import { RequestWaits } from './request-waits.ts'
import { requireRight } from './require-right.ts'
import { addressedBy, findRoute, type FoundRoute } from './route-table.ts'
import { requireSameOrigin } from './same-origin.ts'
import { sendApiError } from './send-api-error.ts'
import { sendJson } from './send-json.ts'

export interface ApiOptions {
  readonly services: Services
  readonly authentication: Authentication
  readonly rateLimit: RateLimit
  readonly publicOrigin: string
  readonly inFlight: InFlight
}

function abortWhenClosed(response: Response): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}

function noSuchRoute({ method }: Request): Fault {
  return new Fault('NOT_FOUND', {}, { message: `There is no ${method} at this address. See /api/openapi.json.` })
}

/** Everything below /api. */
export function createApi({ services, authentication, rateLimit, publicOrigin, inFlight }: ApiOptions): RequestHandler {
  const procedureOf = createProcedures()
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

  async function run(request: Request, response: Response, context: RequestContext, found: FoundRoute) {
    const { route, values } = found
    // The procedures ask again; here it saves reading the body of someone who may not send one.
    requireRight(context.signedIn, route.right)
    requireNoQuery(request)
    await readBody(request, response)
    requirePathOnly(route.parameters, request)
    if (request.method !== 'GET' && route.path.startsWith('/{instance}/')) services.connect.requireAnswering()
    return await waits.track(context.signedIn?.person.id ?? '', request.path, () =>
      procedureOf(route)(inputOf(request, values), context),
    )
  }

  async function answerRoute(request: Request, response: Response): Promise<void> {
    const found = findRoute(request.method, request.path)
    requestState(response).route = `/api${found?.route.path ?? ' (no such route)'}`
    requireSameOrigin(request.headers, publicOrigin)
    const { signedIn, requestId } = await admit(request, response)
    if (!found) throw noSuchRoute(request)
    const addressed = addressedBy(found.route, found.values)
    const signal = abortWhenClosed(response)
    const context = { requestId, addressed, signedIn, signal, services, waits }
    try {
      const answer = await run(request, response, context, found)
      tellConnection(response)
      sendJson(response, found.route.successStatus, answer)
    } catch (error) {
      // Whoever left gets no answer. The request's own line says that it was aborted.
      if (signal.aborted && error === signal.reason) return
      const apiError = toApiError(error, requestId)
      if (apiError.code === 'FORBIDDEN') await noteRefusal({ ...context, audit: services.audit }, apiError)
      throw error
    }
  }

  /** Without x-csrf, so that it opens in a browser tab: it changes nothing and its bytes are the same for everyone. */
  async function answerDocument(request: Request, response: Response): Promise<void> {
    const state = await admit(request, response)
    state.route = '/api/openapi.json'
    requireRight(state.signedIn, 'signed-in')
    response.json(await openApiDocument())
  }

  const isDocument = ({ method, path }: Request) => path === '/openapi.json' && (method === 'GET' || method === 'HEAD')
  return async (request, response) => {
    response.setHeader('cache-control', 'no-store')
    try {
      await inFlight.track(isDocument(request) ? answerDocument(request, response) : answerRoute(request, response))
    } catch (error) {
      tellConnection(response)
      sendApiError(response, error, services.log)
    }
  }
}
