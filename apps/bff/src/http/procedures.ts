import { StandardBracketNotationSerializer } from '@orpc/openapi-client/standard'
import { createProcedureClient, getRouter, isProcedure } from '@orpc/server'
import { createRouter } from '../router.ts'
import type { RequestContext } from './request-context.ts'
import { routeTable, type ApiRoute, type PathValues } from './route-table.ts'

/** Checks right, input and output of a route and runs its handler in between. */
type Procedure = (input: unknown, context: RequestContext) => Promise<unknown>

/**
 * The procedure of each route. oRPC's own OpenAPI handler would look for the route a second time, and walks through each answer to find
 * what JSON cannot hold: an answer of the contract is JSON (decision 0023).
 */
export function createProcedures(): (route: ApiRoute) => Procedure {
  const router = createRouter()
  const procedures = new Map(
    routeTable.map(({ name }): [string, Procedure] => {
      const path = name.split('.')
      const procedure = getRouter(router, path)
      if (!isProcedure(procedure)) throw new Error(`The route ${name} has no procedure.`)
      const run = createProcedureClient(procedure, { path, context: (context: RequestContext) => context })
      return [name, (input, context) => run(input, { context, signal: context.signal })]
    }),
  )
  return ({ name }) => {
    const procedure = procedures.get(name)
    if (!procedure) throw new Error(`There is no route ${name}.`)
    return procedure
  }
}

const brackets = new StandardBracketNotationSerializer()

/** What the path names, beside the body or (of a GET) the query: lists and objects stand in it as the browser's client writes them. */
export function inputOf(query: URLSearchParams, body: object | undefined, values: PathValues): unknown {
  const inQuery: object | undefined = query.size === 0 ? undefined : brackets.deserialize([...query])
  return { ...inQuery, ...body, ...values }
}
