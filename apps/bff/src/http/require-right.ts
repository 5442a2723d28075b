import { holdsRouteRight, type RouteRight } from '@patchbay/contract'
import { Fault } from './fault.ts'
import type { SignedIn } from './request-context.ts'

/** Answers who is signed in. Throws UNAUTHORIZED without a session, FORBIDDEN where none of the person's roles has the right. */
export function requireRight(signedIn: SignedIn | undefined, right: RouteRight): SignedIn {
  if (!signedIn) throw new Fault('UNAUTHORIZED', {})
  if (!holdsRouteRight(signedIn.rights, right)) throw new Fault('FORBIDDEN', {})
  return signedIn
}
