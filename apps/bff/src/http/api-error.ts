import { ORPCError, ValidationError } from '@orpc/server'
import { errors, type ErrorCode, type FieldFault } from '@patchbay/contract'
import type { $ZodIssue } from 'zod/v4/core'
import { Fault } from './fault.ts'

/** More would help nobody, and a body of 256 KiB can have tens of thousands. */
const MOST_FIELDS = 50

type ApiError = ORPCError<ErrorCode, unknown>

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code)

/** Zod's issues arrive through the Standard Schema interface, which types less than it carries. */
function toFieldFaults(issue: $ZodIssue): FieldFault[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: `There is no field “${key}” here.` }))
  }
  // The key of a record has a schema of its own, and what it says stands inside. The path ends with the key.
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
  return [{ field: path.length === 0 ? 'body' : path.join('.'), message }]
}

function findInputFault(error: ORPCError<string, unknown>): Fault<'BAD_REQUEST'> | undefined {
  if (error.code !== 'BAD_REQUEST') return undefined
  if (error.cause instanceof ValidationError) {
    const all = (error.cause.issues as readonly $ZodIssue[]).flatMap(toFieldFaults)
    const fields = all.slice(0, MOST_FIELDS)
    const more = all.length - fields.length
    return new Fault('BAD_REQUEST', { fields }, { message: summary(fields) + (more > 0 ? ` And ${more} more.` : '') })
  }
  return undefined
}

/** Names the fields in the message too, for whoever reads only that (with curl, in a log of a script). */
function summary(fields: readonly FieldFault[]): string {
  return `${errors.BAD_REQUEST.message} ${fields.map(({ field, message }) => `${field}: ${message}`).join(' ')}`
}

function fromFault({ code, message, data }: Fault, requestId: string): ApiError {
  return new ORPCError(code, { defined: true, status: errors[code].status, message, data: { ...data, requestId } })
}

/** An error that a handler made with the contract's constructors, if it really is one of the contract. */
function findDeclared(error: ORPCError<string, unknown>, requestId: string): ApiError | undefined {
  const { code, status, message } = error
  if (!isErrorCode(code) || status !== errors[code].status) return undefined
  const data = errors[code].data.safeParse({ ...(error.data as object | undefined), requestId })
  return data.success ? new ORPCError(code, { defined: true, status, message, data: data.data }) : undefined
}

/**
 * What the browser is told about `error`: one of the contract's errors and nothing else. Whatever is not declared
 * becomes INTERNAL_SERVER_ERROR without a word of the cause, which belongs in the log under the request id.
 */
export function toApiError(error: unknown, requestId: string): ApiError {
  if (error instanceof Fault) return fromFault(error, requestId)
  if (error instanceof ORPCError) {
    const inputFault = findInputFault(error)
    if (inputFault) return fromFault(inputFault, requestId)
    const declared = findDeclared(error, requestId)
    if (declared) return declared
  }
  const message = `${errors.INTERNAL_SERVER_ERROR.message} Try again; if it stays, give the people who run Patchbay this number: ${requestId}.`
  return fromFault(new Fault('INTERNAL_SERVER_ERROR', {}, { message }), requestId)
}
