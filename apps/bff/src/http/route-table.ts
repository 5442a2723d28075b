import { contract, type EndpointMeta, type RouteRight } from '@patchbay/contract'
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract'
import type { z } from 'zod'
import type { Addressed } from './request-context.ts'

export interface ApiRoute {
  /** As in the contract: `users.updatePhone`. */
  readonly name: string
  readonly method: string
  /** Below /api, as in the contract: `/{instance}/users/{id}`. */
  readonly path: string
  /** What the path names: `instance`, `id`. */
  readonly parameters: ReadonlySet<string>
  readonly right: RouteRight
  readonly successStatus: number
  /** Of path, query and body together. */
  readonly input: z.ZodType
  readonly output: z.ZodType
}

interface MatchableRoute extends ApiRoute {
  /** Its groups are the parameters, in their order. */
  readonly pattern: RegExp
}

function readRoutes(router: AnyContractRouter, name: string): MatchableRoute[] {
  if (!isContractProcedure(router)) {
    return Object.entries(router).flatMap(([key, below]) => readRoutes(below, name === '' ? key : `${name}.${key}`))
  }
  const { route, meta, inputSchema, outputSchema } = router['~orpc']
  if (!inputSchema || !outputSchema) throw new Error(`The route ${name} does not say what it takes and answers.`)
  const path = route.path ?? '/'
  return [
    {
      name,
      method: route.method ?? 'GET',
      path,
      parameters: new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter)),
      // Routes are made by `endpoint()` alone, which demands it.
      right: (meta as EndpointMeta).right,
      successStatus: route.successStatus ?? 200,
      // The contract's schemas are zod's.
      input: inputSchema as z.ZodType,
      output: outputSchema as z.ZodType,
      pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '([^/]+)')}/?$`),
    },
  ]
}

/** Every route of the contract. The generated test walks it. */
export const routeTable: readonly MatchableRoute[] = readRoutes(contract, '')

/** What stands in an address for the parameters of its route. */
export type PathValues = Readonly<Record<string, string>>

export interface FoundRoute {
  readonly route: ApiRoute
  readonly values: PathValues
}

/**
 * The one way in which an address below /api is read.
 * @param path below /api, still percent-encoded
 */
export function findRoute(method: string, path: string): FoundRoute | undefined {
  for (const route of routeTable) {
    const found = route.method === method ? route.pattern.exec(path) : null
    if (!found) continue
    const values = [...route.parameters].map((name, at) => [name, decoded(found[at + 1] ?? '')])
    return { route, values: Object.fromEntries(values) }
  }
  return undefined
}

/** What cannot be decoded names nothing as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function addressedBy({ name }: ApiRoute, { instance, id }: PathValues): Addressed {
  return { action: name, instance: instance ?? null, target: id ?? null }
}
