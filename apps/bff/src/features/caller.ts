import type { Logger } from 'pino'
import { groupTreeOf } from '../access/group-tree.ts'
import { instanceAccessOf, type InstanceAccess } from '../access/instance-access.ts'
import type { ConnectInstance } from '../connect/connect-door.ts'
import type { AdmittedContext, SignedIn } from '../http/request-context.ts'
import type { AuditTrail } from '../store/audit/audit-trail.ts'
import type { ChangeRecords } from '../store/audit/change-records.ts'
import type { Leases } from '../store/leases.ts'

/** Who asks for what about which instance: what the rules of the features need of a request. */
export interface Caller {
  readonly instance: ConnectInstance
  readonly signedIn: SignedIn
  /** What the person may do on this instance, and to whom. */
  readonly access: InstanceAccess
  /** Aborted when the browser leaves; undefined where what was begun has to be finished. */
  readonly signal: AbortSignal | undefined
  readonly now: () => Date
  readonly log: Logger
  readonly audit: AuditTrail
  readonly requestId: string
  readonly leases: Leases
  readonly changes: ChangeRecords
  /** Waits until nobody else takes the administrator profile away. Only inside of `inAdministratorTurn`. */
  readonly takeAdministratorTurn: () => Promise<void>
}

/** What follows a write is finished though the browser leaves: the directory has to learn of it. */
export function untilDone(caller: Caller): Caller {
  return { ...caller, signal: undefined }
}

/** Throws NOT_FOUND for an instance that is not there or not allowed. */
export async function requireCaller(alias: string, context: AdmittedContext): Promise<Caller> {
  const { services, signedIn, signal, requestId } = context
  const instance = await services.connect.requireInstance(alias, { signal })
  const access = await resolveAccess(instance, signedIn, signal)
  const { now, log, audit, leases, changes } = services
  return { instance, signedIn, access, signal, requestId, now, log, audit, leases, changes, takeAdministratorTurn }
}

async function takeAdministratorTurn(): Promise<never> {
  throw new Error('Nothing here may take the administrator profile away: see inAdministratorTurn.')
}

/** Scopes name hierarchy groups. Where these cannot be read nobody is in scope and nothing is answered: it throws. */
async function resolveAccess(
  { info, directory }: ConnectInstance,
  { access }: SignedIn,
  signal: AbortSignal | undefined,
): Promise<InstanceAccess> {
  const isBounded = access.grants.some(({ places }) => places !== 'all' && places.length > 0)
  const tree = isBounded ? groupTreeOf((await directory.readNames([], { signal })).groupPaths) : undefined
  return instanceAccessOf(access, info.alias, tree)
}
