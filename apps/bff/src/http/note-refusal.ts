import type { FieldFault } from '@patchbay/contract'
import type { AuditTrail } from '../store/audit/audit-trail.ts'
import type { Addressed, SignedIn } from './request-context.ts'

interface Refused {
  readonly audit: AuditTrail
  readonly signedIn: SignedIn | undefined
  readonly requestId: string
  readonly addressed: Addressed
}

/**
 * Writes down that somebody was refused. Strangers are not: whoever can reach the server could fill the store. That the record cannot be
 * written changes nothing of the refusal.
 */
export async function noteRefusal(
  { audit, signedIn, requestId, addressed }: Refused,
  { code, data }: { readonly code: string; readonly data: unknown },
): Promise<void> {
  if (!signedIn) return
  const { fields = [] } = data as { fields?: readonly FieldFault[] }
  const { person, roles } = signedIn
  await audit.note({
    kind: 'refusal',
    requestId,
    person: { ...person, roles: [...roles] },
    ...addressed,
    code,
    fields: fields.map(({ field }) => field),
  })
}
