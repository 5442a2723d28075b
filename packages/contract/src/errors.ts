import { z } from 'zod'
import { changeMark } from './changes/change.ts'

/** One fault of one field. `field` is the path in the request, dotted: `phone.deskPhoneNumber`, `securityProfileIds.3`. */
export const fieldFault = z.object({ field: z.string(), message: z.string() })
export type FieldFault = z.infer<typeof fieldFault>

const plain = z.object({
  requestId: z.string(),
  /** Of a write: what became of each single write to Amazon Connect that was begun. */
  changes: z.array(changeMark).optional(),
})
const withFields = plain.extend({ fields: z.array(fieldFault) })
const retryable = plain.extend({
  /** Seconds after which another try makes sense; absent when nobody knows. */
  retryAfterSeconds: z.number().optional(),
})

/**
 * Every error that the API answers. Clients switch on the code, never on the text. On the wire this is oRPC's
 * envelope: `{ defined, code, status, message, data: { requestId, fields?, current?, … } }`.
 */
export const errors = {
  BAD_REQUEST: { status: 400, message: 'The request is not valid.', data: withFields },
  UNAUTHORIZED: { status: 401, message: 'You are not signed in.', data: plain },
  FORBIDDEN: {
    status: 403,
    message: 'Your role does not allow this.',
    data: plain.extend({ fields: z.array(fieldFault).optional() }),
  },
  NOT_FOUND: { status: 404, message: 'Not found.', data: plain },
  /** What was read before is no longer what is there; `current` is the resource as it now stands. */
  CONFLICT: {
    status: 409,
    message: 'Someone else changed this in the meantime.',
    data: plain.extend({ current: z.unknown() }),
  },
  'user.username_taken': { status: 409, message: 'This user name is taken.', data: withFields },
  'profile.name_taken': { status: 409, message: 'This security profile name is taken.', data: withFields },
  TOO_MANY_REQUESTS: { status: 429, message: 'Too many requests.', data: retryable },
  /** Amazon Connect refused the values; `fields` names them where Connect says which. */
  'connect.refused': { status: 422, message: 'Amazon Connect refused this.', data: withFields },
  'connect.quota_reached': { status: 409, message: 'A quota of the Amazon Connect instance is reached.', data: plain },
  'connect.in_use': { status: 409, message: 'It is still in use.', data: plain },
  /** The AWS role of Patchbay lacks a permission: nothing the person can mend. */
  'connect.access_denied': { status: 502, message: 'Patchbay’s AWS role is not allowed to do this.', data: plain },
  'connect.throttled': { status: 503, message: 'Amazon Connect is busy.', data: retryable },
  'connect.unavailable': {
    status: 502,
    message: 'Amazon Connect did not answer as expected.',
    /** `unknown`: a write was sent and may have been done. Absent: nothing was changed. */
    data: retryable.extend({ outcome: z.literal('unknown').optional() }),
  },
  /** Some of several writes were done. `done` and `notDone` say which, in plain words. */
  'change.partly_done': {
    status: 502,
    message: 'Only a part of the change was done.',
    data: plain.extend({ done: z.array(z.string()), notDone: z.array(z.string()), current: z.unknown() }),
  },
  /** Patchbay's own store cannot be read or written: a full disk, a locked file, a database that is away. */
  'store.unavailable': { status: 503, message: 'Patchbay’s own store does not answer.', data: retryable },
  INTERNAL_SERVER_ERROR: { status: 500, message: 'Patchbay failed.', data: plain },
} as const

export type ErrorCode = keyof typeof errors
