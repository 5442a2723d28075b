import type { Right } from '@patchbay/contract'
import type { Logger } from 'pino'
import type { AccessSource } from '../access/access-source.ts'
import type { PersonAccess } from '../access/person-access.ts'
import type { ConnectDoor } from '../connect/connect-door.ts'
import type { AuditTrail } from '../store/audit/audit-trail.ts'
import type { ChangeRecords } from '../store/audit/change-records.ts'
import type { HeadMirror } from '../store/audit/head-mirror.ts'
import type { RequestWaits } from './request-waits.ts'
import type { PresetStore } from '../store/presets.ts'
import type { Leases } from '../store/leases.ts'
import type { KnownPeople } from '../store/known-people.ts'

/** The person behind a request, as the session knows them. */
export interface SignedIn {
  readonly person: { readonly id: string; readonly name: string }
  readonly roles: readonly string[]
  readonly rights: ReadonlySet<Right>
  /** The same with scopes and ceilings. */
  readonly access: PersonAccess
  /** Whether one of the roles asks why something is changed. */
  readonly reasonRequired: boolean
  /** When the session ends whatever one does. */
  readonly expiresAt: Date
}

/** What every handler may use, the same for all requests. */
export interface Services {
  readonly connect: ConnectDoor
  readonly presets: PresetStore
  readonly leases: Leases
  /** Roles and claims as they are configured now. */
  readonly access: AccessSource
  /** The claim that leads to roles. */
  readonly roleClaim: string
  readonly knownPeople: KnownPeople
  readonly now: () => Date
  readonly log: Logger
  readonly audit: AuditTrail
  readonly changes: ChangeRecords
  readonly headMirror: HeadMirror
}

/** What a request is about, by its address alone. */
export interface Addressed {
  /** As in the contract: `users.updatePhone`. */
  readonly action: string
  readonly instance: string | null
  readonly target: string | null
}

export interface RequestContext {
  readonly requestId: string
  readonly addressed: Addressed
  readonly signedIn: SignedIn | undefined
  /** Aborted when the browser goes away; reads hand it on to Connect. */
  readonly signal: AbortSignal
  readonly services: Services
  readonly waits: RequestWaits
}

/** Of a request whose sender has the route's right. */
export interface AdmittedContext extends RequestContext {
  readonly signedIn: SignedIn
}
