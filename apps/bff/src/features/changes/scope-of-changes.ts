import type { RequestContext, SignedIn } from '../../http/request-context.ts'
import type { ChangeScope } from '../../store/audit/change-records.ts'

/** Whose history this person may see. */
export function scopeOfChanges(_context: RequestContext & { readonly signedIn: SignedIn }): ChangeScope {
  return 'all'
}
