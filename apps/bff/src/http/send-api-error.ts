import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { toApiError } from './api-error.ts'
import { Fault } from './fault.ts'
import { requestState } from './request-state.ts'
import { sendJson } from './send-json.ts'

/** The innermost cause of a fault: where it names an operation of Amazon Connect, with what that said. */
function rootOf(error: unknown): unknown {
  return error instanceof Fault && error.cause !== undefined ? rootOf(error.cause) : error
}

/**
 * Writes down what failed on our side. What a client did wrong is in the request's own log line already; what Amazon
 * Connect did wrong is expected to happen and needs no stack; the rest is ours to mend and comes with all there is.
 */
export function logFailure(log: Logger, error: unknown, { code, status, data }: ReturnType<typeof toApiError>): void {
  if (status < 500) return
  const { requestId } = data as { requestId: string }
  // Half a change is foreseen where Amazon Connect stopped it, and not where our own code did.
  const isForeseen = code !== 'change.partly_done' || (error instanceof Fault && error.cause instanceof Fault)
  if (code === 'INTERNAL_SERVER_ERROR' || !isForeseen) log.error({ requestId, err: error }, 'request failed')
  else log.warn({ requestId, code, cause: String(rootOf(error)) }, 'request failed')
}

/** The header for what the body of a "come back later" says already: tools read the one, people the other. */
function findRetryAfter(data: unknown): string | undefined {
  const { retryAfterSeconds } = data as { retryAfterSeconds?: number }
  return retryAfterSeconds === undefined ? undefined : String(Math.ceil(retryAfterSeconds))
}

/** The one error answer of everything that answers JSON. */
export function sendApiError(response: ServerResponse, error: unknown, log: Logger): void {
  const { requestId } = requestState(response)
  const apiError = toApiError(error, requestId)
  logFailure(log, error, apiError)
  const retryAfter = findRetryAfter(apiError.data)
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  sendJson(response, apiError.status, apiError)
}
