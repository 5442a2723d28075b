import { errors, type ErrorCode } from '@patchbay/contract'
import type { z } from 'zod'

/** What an error carries beside the request id, which is filled in where the answer is written. */
export type FaultData<Code extends ErrorCode> = Omit<z.input<(typeof errors)[Code]['data']>, 'requestId'>

export interface FaultOptions {
  /** For people: what happened, to what, and what to do now. Default: the contract's words for the code. */
  readonly message?: string | undefined
  /** For the log only; nothing of it reaches the browser. */
  readonly cause?: unknown
}

/**
 * An error of the contract, thrown from anywhere in the server (also where there is no request at hand):
 * `throw new Fault('NOT_FOUND', {}, { message: 'There is no user with this id.' })`.
 */
export class Fault<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly data: FaultData<Code>

  constructor(code: Code, data: FaultData<Code>, options: FaultOptions = {}) {
    super(options.message ?? errors[code].message, { cause: options.cause })
    this.name = 'Fault'
    this.code = code
    this.data = data
  }
}
