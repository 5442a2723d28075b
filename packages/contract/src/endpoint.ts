import { oc, type HTTPPath } from '@orpc/contract'
import { errors } from './errors.ts'
import type { RouteRight } from './rights.ts'

export interface EndpointMeta {
  /** What the guard asks for before the input is even read. */
  readonly right: RouteRight
}

interface EndpointDeclaration {
  readonly right: RouteRight
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: HTTPPath
  readonly summary: string
  readonly successStatus?: 201
}

/** The only way to declare a route. `right` is required: a route that nobody thought about does not compile. */
export function endpoint({ right, ...route }: EndpointDeclaration) {
  return oc.$meta<EndpointMeta>({ right }).errors(errors).route(route)
}
