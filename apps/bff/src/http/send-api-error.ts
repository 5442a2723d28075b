import type { Response } from 'express'
import type { Logger } from 'pino'
import { toApiError } from './api-error.ts'
import { Fault } from './fault.ts'
import { requestState } from './request-state.ts'

/** Writes down what failed on our side. What a client did wrong is in the request's own log line already. */
export function logFailure(log: Logger, error: unknown, status: number, requestId: string): void {
  if (status >= 500) log.error({ requestId, err: error }, 'request failed')
}

/** The one error answer of everything that is not an oRPC route. */
export function sendApiError(response: Response, error: unknown, log: Logger): void {
  const { requestId } = requestState(response)
  const apiError = toApiError(error, requestId)
  logFailure(log, error, apiError.status, requestId)
  if (error instanceof Fault && 'retryAfterSeconds' in error.data) {
    response.set('retry-after', String(error.data.retryAfterSeconds))
  }
  response.status(apiError.status).json(apiError.toJSON())
}
