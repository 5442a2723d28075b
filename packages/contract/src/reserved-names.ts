import { contract } from './contract.ts'

/** First words of addresses that are no instance's: of the server, and of pages. */
const served = ['api', 'auth', 'healthz', 'readyz', 'assets', 'openapi.json']
const pages = ['signed-in', 'what-may-i-do', 'roles']

const routed = Object.values(contract)
  .flatMap((routes) => Object.values(routes))
  .map((route) => route['~orpc'].route.path?.split('/')[1] ?? '')
  .filter((word) => !word.startsWith('{'))

/**
 * What no instance can be called in an address: `/changes/x` could be a change, or something of an instance of that name. Such an instance
 * goes by its id.
 */
export const reservedNames: ReadonlySet<string> = new Set([...served, ...pages, ...routed])
