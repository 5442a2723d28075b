import type { AuditTrail } from '../../store/audit/audit-trail.ts'
import type { EndedSession, Sessions } from '../../store/sessions.ts'

interface Ending {
  readonly token: string
  readonly requestId: string
  /** Why, where it was not by the person's own hand. */
  readonly how: string | null
}

/** Ends a session, with its record. Of several requests at the same moment one ends it, and the others get undefined. */
export async function endSession(
  { sessions, audit }: { readonly sessions: Sessions; readonly audit: AuditTrail },
  { token, requestId, how }: Ending,
): Promise<EndedSession | undefined> {
  return await audit.recordWith(async (transaction) => {
    const ended = await sessions.end(token, transaction)
    if (!ended) return { answer: ended, events: [] }
    return {
      answer: ended,
      events: [{ kind: 'sign-out', requestId, person: { ...ended.person, roles: ended.roles }, how }],
    }
  })
}
