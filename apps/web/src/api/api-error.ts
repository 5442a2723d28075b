import { ORPCError } from '@orpc/client'
import { changeStatus, errors, type ChangeMark, type ErrorCode, type FieldFault } from '@patchbay/contract'

/** `UNREACHABLE`: no answer came at all. `UNKNOWN`: an answer that is not of our API, from a proxy for instance. */
type ApiErrorCode = ErrorCode | 'UNREACHABLE' | 'UNKNOWN'

export interface ApiError {
  readonly code: ApiErrorCode
  readonly message: string
  /** What the person can do now, where there is something. */
  readonly advice: string | undefined
  readonly fields: readonly FieldFault[]
  readonly requestId: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** With `CONFLICT` and `change.partly_done`: the resource as it now stands, still to be parsed. Undefined where the BFF could not read it. */
  readonly current: unknown
  readonly done: readonly string[]
  readonly notDone: readonly string[]
  /** Of a write: the changes that were begun. */
  readonly changes: readonly ChangeMark[]
}

const nothing = {
  advice: undefined,
  fields: [],
  requestId: undefined,
  retryAfterSeconds: undefined,
  current: undefined,
  done: [],
  notDone: [],
  changes: [],
}

/** Whatever a call threw, as something that can be shown. */
export function toApiError(thrown: unknown): ApiError {
  if (!(thrown instanceof ORPCError)) {
    const code = thrown instanceof TypeError ? 'UNREACHABLE' : 'UNKNOWN'
    return { ...nothing, code, message: messages[code], advice: advice[code] }
  }
  if (!isErrorCode(thrown.code)) {
    return { ...nothing, code: 'UNKNOWN', message: messages.UNKNOWN, advice: advice.UNKNOWN }
  }
  const data: Record<string, unknown> = isRecord(thrown.data) ? thrown.data : {}
  return {
    code: thrown.code,
    message: thrown.message,
    advice: undefined,
    fields: Array.isArray(data.fields) ? data.fields.filter(isFieldFault) : [],
    requestId: typeof data.requestId === 'string' ? data.requestId : undefined,
    retryAfterSeconds: typeof data.retryAfterSeconds === 'number' ? data.retryAfterSeconds : undefined,
    current: data.current ?? undefined,
    done: texts(data.done),
    notDone: texts(data.notDone),
    changes: Array.isArray(data.changes) ? data.changes.filter(isChangeMark) : [],
  }
}

/** The same failure, with its faults at other fields. */
export function withFaultsAt(thrown: unknown, at: (fault: FieldFault) => readonly FieldFault[]): unknown {
  if (!(thrown instanceof ORPCError) || !isRecord(thrown.data)) return thrown
  const fields = toApiError(thrown).fields.flatMap(at)
  return new ORPCError(thrown.code, { message: thrown.message, data: { ...thrown.data, fields }, cause: thrown })
}

export function isSignedOut(thrown: unknown): boolean {
  return thrown instanceof ORPCError && thrown.code === 'UNAUTHORIZED'
}

const messages = {
  UNREACHABLE: 'Patchbay did not answer.',
  UNKNOWN: 'Something answered that is not Patchbay.',
}

// The BFF's own messages say what to do; these are for where it did not get a word in.
const advice = {
  UNREACHABLE: 'Check your network connection, then try again.',
  UNKNOWN: 'A proxy may stand in between, or Patchbay is being restarted. Try again in a moment.',
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isFieldFault(value: unknown): value is FieldFault {
  return isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string'
}

function isChangeMark(value: unknown): value is ChangeMark {
  return isRecord(value) && typeof value.id === 'string' && changeStatus.safeParse(value.status).success
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
