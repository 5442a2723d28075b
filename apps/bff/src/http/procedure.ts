import { implement } from '@orpc/server'
import { contract } from '@patchbay/contract'
import type { RequestContext } from './request-context.ts'
import { requireRight } from './require-right.ts'

/**
 * Every route is built on this, so every route passes the guard. The implementer puts the input's validation after the
 * middleware given here: someone without the right learns nothing about which input would have been valid.
 */
export const os = implement(contract)
  .$context<RequestContext>()
  .use(({ context, procedure, next }) =>
    next({ context: { signedIn: requireRight(context.signedIn, procedure['~orpc'].meta.right) } }),
  )
