import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
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

/**
 * What a terminal acts upon or shows as something else, and JSON lets through: DEL and the C1 controls (one of them begins
 * an escape sequence), line separators, invisible and direction-changing characters, as in names and reasons.
 */
const unprintable = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu

function escapeUnprintable(line: string): string {
  return line.replaceAll(unprintable, (character) =>
    Array.from(
      { length: character.length },
      (_unused, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}

/** JSON to stderr, so that stdout stays free for what people read. */
export function createLog(level: string, stream: DestinationStream = destination(2)): Logger {
  return pino(
    { level, base: null, serializers: { err: toErrorLine } },
    { write: (line) => stream.write(escapeUnprintable(line)) },
  )
}

/** Gives each request its id and writes one line at its end: no query, no cookie, no path with ids in it. */
export function logRequests(log: Logger) {
  return (request: IncomingMessage, response: ServerResponse): void => {
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
          // Of an answer that never began there is none to tell.
          ...(response.headersSent && { status: response.statusCode }),
          ms: Math.round(performance.now() - startedAt),
          ...(signedIn && { person: signedIn.person.id }),
          ...(!response.writableFinished && { aborted: true }),
        },
        'request',
      )
    })
  }
}
