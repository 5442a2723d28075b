import type { Logger } from 'pino'
import type { ConnectInstance } from '../connect/connect-door.ts'
import type { RequestContext, SignedIn } from '../http/request-context.ts'
import type { AuditTrail } from '../store/audit/audit-trail.ts'

/** Who asks for what about which instance: what the rules of the features need of a request. */
export interface Caller {
  readonly instance: ConnectInstance
  readonly signedIn: SignedIn
  /** Aborted when the browser leaves; undefined where what was begun has to be finished. */
  readonly signal: AbortSignal | undefined
  readonly now: () => Date
  readonly log: Logger
  readonly audit: AuditTrail
  readonly requestId: string
}

/** What follows a write is finished though the browser leaves: the directory has to learn of it. */
export function untilDone(caller: Caller): Caller {
  return { ...caller, signal: undefined }
}

/** Throws NOT_FOUND for an instance that is not there or not allowed. */
export async function requireCaller(
  alias: string,
  context: RequestContext & { readonly signedIn: SignedIn },
): Promise<Caller> {
  const { services, signedIn, signal, requestId } = context
  const instance = await services.connect.requireInstance(alias, { signal })
  return { instance, signedIn, signal, requestId, now: services.now, log: services.log, audit: services.audit }
}
