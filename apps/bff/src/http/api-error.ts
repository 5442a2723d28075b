import { errors, type ErrorCode } from '@patchbay/contract'
import { Fault } from './fault.ts'

/** As the browser's client reads it. */
export interface ApiError {
  readonly defined: true
  readonly code: ErrorCode
  readonly status: number
  readonly message: string
  readonly data: { readonly requestId: string }
}

/**
 * What the browser is told about `error`: one of the contract's errors and nothing else. Whatever is no fault
 * becomes INTERNAL_SERVER_ERROR without a word of the cause, which belongs in the log under the request id.
 */
export function toApiError(error: unknown, requestId: string): ApiError {
  const { code, message, data }: Fault = error instanceof Fault ? error : unforeseen(requestId)
  return { defined: true, code, status: errors[code].status, message, data: { ...data, requestId } }
}

function unforeseen(requestId: string): Fault {
  const message = `${errors.INTERNAL_SERVER_ERROR.message} Try again; if it stays, give the people who run Patchbay this number: ${requestId}.`
  return new Fault('INTERNAL_SERVER_ERROR', {}, { message })
}
