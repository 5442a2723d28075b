import { StandardBracketNotationSerializer } from '@orpc/openapi-client/standard'
import { router } from '../router.ts'
import { inputFault } from './input-fault.ts'
import type { AdmittedContext } from './request-context.ts'
import type { ApiRoute, PathValues } from './route-table.ts'

type AnyHandler = (asked: { readonly input: unknown; readonly context: AdmittedContext }) => Promise<unknown>

/** By the names of their routes. Each fits its route, which `Router` sees to. */
const handlers: ReadonlyMap<string, AnyHandler> = new Map(
  Object.entries(router).flatMap(([group, routes]) =>
    Object.entries(routes).map(([one, handler]) => [`${group}.${one}`, handler as AnyHandler]),
  ),
)

/**
 * Runs the handler of a route. Throws BAD_REQUEST, naming the fields, for an input that the contract does not know; what the handler
 * answers leaves as the contract declares it, or not at all.
 */
export async function runHandler(
  { name, input, output }: ApiRoute,
  given: unknown,
  context: AdmittedContext,
): Promise<unknown> {
  const handler = handlers.get(name)
  if (!handler) throw new Error(`The route ${name} has no handler.`)
  const asked = input.safeParse(given)
  if (!asked.success) throw inputFault(asked.error.issues)
  const answer = output.safeParse(await handler({ input: asked.data, context }))
  if (!answer.success) throw new Error(`The answer of ${name} does not fit the contract.`, { cause: answer.error })
  return answer.data
}

const brackets = new StandardBracketNotationSerializer()

/** What the path names, beside the body or (of a GET) the query: lists and objects stand in it as the browser's client writes them. */
export function inputOf(query: URLSearchParams, body: object | undefined, values: PathValues): unknown {
  const inQuery: object | undefined = query.size === 0 ? undefined : brackets.deserialize([...query])
  return { ...inQuery, ...body, ...values }
}
