import type { IncomingMessage, ServerResponse } from 'node:http'
import { CONNECT_DOWN_HEADER } from '@patchbay/contract'
import type { InFlight } from '../in-flight.ts'
import { toApiError } from './api-error.ts'
import type { Authentication } from './auth/authentication.ts'
import { Fault } from './fault.ts'
import { noteRefusal } from './note-refusal.ts'
import { openApiDocument } from './open-api-document.ts'
import type { RateLimit } from './rate-limit.ts'
import { readBody, requireNoQuery, requirePathOnly } from './read-body.ts'
import type { RequestContext, Services } from './request-context.ts'
import { requestState } from './request-state.ts'
import { RequestWaits } from './request-waits.ts'
import { requireRight } from './require-right.ts'
import { addressedBy, findRoute, type FoundRoute } from './route-table.ts'
import { inputOf, runHandler } from './run-handler.ts'
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

function abortWhenClosed(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}

interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly target: ApiTarget
}

function noSuchRoute({ method }: IncomingMessage): Fault {
  return new Fault('NOT_FOUND', {}, { message: `There is no ${method} at this address. See /api/openapi.json.` })
}

/** What a request below /api is for. */
export interface ApiTarget {
  /** Below /api, still percent-encoded. */
  readonly path: string
  readonly query: URLSearchParams
}

const NO_QUERY = new URLSearchParams()

/** Undefined for whatever is not below /api. */
export function findApiTarget({ url = '' }: IncomingMessage): ApiTarget | undefined {
  // A client may name the server in the same line, as it would to a proxy.
  const local = url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*/i, '')
  const at = local.indexOf('?')
  const path = at < 0 ? local : local.slice(0, at)
  if (path !== '/api' && !path.startsWith('/api/')) return undefined
  return {
    path: path.slice('/api'.length) || '/',
    query: at < 0 ? NO_QUERY : new URLSearchParams(local.slice(at)),
  }
}

type AnswerApi = (request: IncomingMessage, response: ServerResponse, target: ApiTarget) => Promise<void>

/** Everything below /api. Express has no part in it: this is asked for most of all, and needs nothing of what Express adds. */
export function createApi({ services, authentication, rateLimit, publicOrigin, inFlight }: ApiOptions): AnswerApi {
  const waits = new RequestWaits()

  /** Lists are answered from what is known: without this, a screen would not learn that nothing else can be. */
  function tellConnection(response: ServerResponse): void {
    if (services.connect.connection().state === 'down') response.setHeader(CONNECT_DOWN_HEADER, '1')
  }

  /** Knows who it is and that they do not come too often. */
  async function admit(request: IncomingMessage, response: ServerResponse) {
    const state = requestState(response)
    state.signedIn = await authentication.findSignedIn(request, state.requestId)
    await rateLimit.require(request, state.signedIn?.person.id)
    return state
  }

  async function run({ request, response, target }: Asked, context: RequestContext, { route, values }: FoundRoute) {
    const { path, query } = target
    const isRead = request.method === 'GET'
    // Before anything that they sent is read: who has not the right learns nothing of what would have been valid.
    const signedIn = requireRight(context.signedIn, route.right)
    if (!isRead) requireNoQuery(query)
    const body = await readBody(request, response)
    requirePathOnly(route.parameters, query, body)
    if (!isRead && route.path.startsWith('/{instance}/')) services.connect.requireAnswering()
    return await waits.track(signedIn.person.id, path, () =>
      runHandler(route, inputOf(query, body, values), { ...context, signedIn }),
    )
  }

  async function answerRoute(asked: Asked): Promise<void> {
    const { request, response, target } = asked
    const found = findRoute(request.method ?? '', target.path)
    requestState(response).route = `/api${found?.route.path ?? ' (no such route)'}`
    requireSameOrigin(request.headers, publicOrigin)
    const { signedIn, requestId } = await admit(request, response)
    if (!found) throw noSuchRoute(request)
    const addressed = addressedBy(found.route, found.values)
    const signal = abortWhenClosed(response)
    const context = { requestId, addressed, signedIn, signal, services, waits }
    try {
      const answer = await run(asked, context, found)
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
  async function answerDocument({ request, response }: Asked): Promise<void> {
    const state = await admit(request, response)
    state.route = '/api/openapi.json'
    requireRight(state.signedIn, 'signed-in')
    sendJson(response, 200, await openApiDocument())
  }

  const isDocument = ({ request: { method }, target: { path } }: Asked) =>
    path === '/openapi.json' && (method === 'GET' || method === 'HEAD')
  return async (request, response, target) => {
    const asked = { request, response, target }
    response.setHeader('cache-control', 'no-store')
    try {
      await inFlight.track(isDocument(asked) ? answerDocument(asked) : answerRoute(asked))
    } catch (error) {
      tellConnection(response)
      sendApiError(response, error, services.log)
    }
  }
}
