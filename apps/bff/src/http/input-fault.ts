import { errors, type FieldFault } from '@patchbay/contract'
import type { $ZodIssue } from 'zod/v4/core'
import { Fault } from './fault.ts'

/** More would help nobody, and a body of 256 KiB can have tens of thousands. */
const MOST_FIELDS = 50

function toFieldFaults(issue: $ZodIssue): FieldFault[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: `There is no field “${key}” here.` }))
  }
  // The key of a record has a schema of its own, and what it says stands inside. The path ends with the key.
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
  return [{ field: path.length === 0 ? 'body' : path.join('.'), message }]
}

/** Names the fields in the message too, for whoever reads only that (with curl, in a log of a script). */
function summary(fields: readonly FieldFault[]): string {
  return `${errors.BAD_REQUEST.message} ${fields.map(({ field, message }) => `${field}: ${message}`).join(' ')}`
}

/** What the contract's schema has against an input. */
export function inputFault(issues: readonly $ZodIssue[]): Fault<'BAD_REQUEST'> {
  const all = issues.flatMap(toFieldFaults)
  const fields = all.slice(0, MOST_FIELDS)
  const more = all.length - fields.length
  return new Fault('BAD_REQUEST', { fields }, { message: summary(fields) + (more > 0 ? ` And ${more} more.` : '') })
}
