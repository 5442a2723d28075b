import { implement } from '@orpc/server'
import { contract, holdsRouteRight } from '@patchbay/contract'
import { Fault } from './fault.ts'
import type { RequestContext } from './request-context.ts'

const base = implement(contract).$context<RequestContext>()

/**
 * Every route is built on this, so every route passes the guard. The implementer puts the input's validation after the
 * middleware given here: someone without the right learns nothing about which input would have been valid.
 */
export const os = base.use(({ context, procedure, next }) => {
  const { signedIn } = context
  if (!signedIn) throw new Fault('UNAUTHORIZED', {})
  if (!holdsRouteRight(signedIn.rights, procedure['~orpc'].meta.right)) throw new Fault('FORBIDDEN', {})
  return next({ context: { signedIn } })
})
