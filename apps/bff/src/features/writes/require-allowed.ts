import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'
import type { Write } from './write.ts'

/** A change as it is about to be written down and sent. */
export interface PlannedChange {
  readonly action: string
  readonly reason: string | undefined
  readonly writes: readonly Pick<Write, 'operation' | 'fields'>[]
}

/** The last place where a change can be refused before anything is written down or sent. Throws BAD_REQUEST without a reason. */
export function requireAllowed({ signedIn }: Pick<Caller, 'signedIn'>, { reason }: PlannedChange): void {
  if (signedIn.reasonRequired && (reason ?? '').trim() === '') {
    const message = 'Say why: your role asks for a reason, a ticket number for instance.'
    throw new Fault('BAD_REQUEST', { fields: [{ field: 'reason', message }] }, { message })
  }
}
