import { contract, type EndpointMeta, type RouteRight } from '@patchbay/contract'
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract'
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
}

interface MatchableRoute extends ApiRoute {
  readonly pattern: RegExp
}

function readRoutes(router: AnyContractRouter, name: string): MatchableRoute[] {
  if (!isContractProcedure(router)) {
    return Object.entries(router).flatMap(([key, below]) => readRoutes(below, name === '' ? key : `${name}.${key}`))
  }
  const { route, meta } = router['~orpc']
  const path = route.path ?? '/'
  return [
    {
      name,
      method: route.method ?? 'GET',
      path,
      parameters: new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => parameter)),
      // Routes are made by `endpoint()` alone, which demands it.
      right: (meta as EndpointMeta).right,
      pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}/?$`),
    },
  ]
}

/** Every route of the contract. The generated test walks it. */
export const routeTable: readonly MatchableRoute[] = readRoutes(contract, '')

/** `path`: below /api, still percent-encoded. */
export function findRoute(method: string, path: string): ApiRoute | undefined {
  return routeTable.find((route) => route.method === method && route.pattern.test(path))
}

/** `path`: as for `findRoute`. */
export function addressedBy({ name, path: pattern }: ApiRoute, path: string): Addressed {
  const asked = path.split('/')
  const part = (parameter: string) => {
    const value = asked[pattern.split('/').indexOf(parameter)]
    try {
      return value === undefined ? null : decodeURIComponent(value)
    } catch {
      return null
    }
  }
  return { action: name, instance: part('{instance}'), target: part('{id}') }
}
