import type { IncomingHttpHeaders } from 'node:http'
import { Fault } from './fault.ts'

/**
 * A request that may change something has to come from our own pages. The header alone stops forms and plain links, and
 * other origins' scripts would need a preflight for it that nobody answers; Origin and Sec-Fetch-Site say it again.
 * Throws FORBIDDEN.
 */
export function requireSameOrigin(headers: IncomingHttpHeaders, publicOrigin: string): void {
  const refuse = (message: string) => new Fault('FORBIDDEN', {}, { message })
  if (headers['x-csrf'] !== '1') throw refuse('Send the header x-csrf: 1 with every request.')
  const { origin } = headers
  if (origin !== undefined && origin !== publicOrigin) {
    throw refuse(`The request came from another origin. Patchbay is at ${publicOrigin}.`)
  }
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') throw refuse('The request came from another site.')
}
