import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { destination, pino, type DestinationStream, type Logger } from 'pino'
import { requestState, setRequestState } from './request-state.ts'

interface ErrorLine {
  type: string
  code?: unknown
  message: string
  stack?: string | undefined
  cause?: ErrorLine
}

/** Picks what helps. Errors of clients carry whole requests and responses, with tokens in them. */
function toErrorLine(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  const { name, message, stack, cause } = error
  return {
    type: name,
    ...('code' in error && { code: error.code }),
    message,
    stack,
    ...(cause !== undefined && { cause: toErrorLine(cause) }),
  }
}

/** JSON to stderr, so that stdout stays free for what people read. */
export function createLog(level: string, stream: DestinationStream = destination(2)): Logger {
  return pino({ level, base: null, serializers: { err: toErrorLine } }, stream)
}

/** Gives each request its id and writes one line at its end: no query, no cookie, no path with ids in it. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID()
    const startedAt = performance.now()
    setRequestState(response, { requestId, route: 'unknown', signedIn: undefined })
    response.setHeader('x-request-id', requestId)
    response.once('close', () => {
      const { route, signedIn } = requestState(response)
      log.info(
        {
          requestId,
          method: request.method,
          route,
          status: response.statusCode,
          ms: Math.round(performance.now() - startedAt),
          ...(signedIn && { person: signedIn.person.id }),
          ...(!response.writableFinished && { aborted: true }),
        },
        'request',
      )
    })
    next()
  }
}
