import type { Right } from '@patchbay/contract'
import type { Logger } from 'pino'
import type { ConnectDoor } from '../connect/connect-door.ts'

/** The person behind a request, as the session knows them. */
export interface SignedIn {
  readonly person: { readonly id: string; readonly name: string }
  readonly roles: readonly string[]
  readonly rights: ReadonlySet<Right>
  /** When the session ends whatever one does. */
  readonly expiresAt: Date
}

/** What every handler may use, the same for all requests. */
export interface Services {
  readonly connect: ConnectDoor
  readonly now: () => Date
  readonly log: Logger
}

export interface RequestContext {
  readonly requestId: string
  readonly signedIn: SignedIn | undefined
  /** Aborted when the browser goes away; reads hand it on to Connect. */
  readonly signal: AbortSignal
  readonly services: Services
}
