import type { IncomingHttpHeaders } from 'node:http'
import { Fault } from '../../http/fault.ts'

/**
 * Only a browser that goes there as a page, from a page of ours. No script can pretend that: fetch says `cors`, frames and
 * workers say what they are, other sites are other sites, and none of these headers can be set. So what is answered is
 * never read by a script. Throws FORBIDDEN.
 */
export function requireNavigation(headers: IncomingHttpHeaders, publicOrigin: string): void {
  const { origin } = headers
  // Pages that send no referrer send no origin with a form either.
  const isOurs = origin === undefined || origin === 'null' || origin === publicOrigin
  const isNavigation =
    headers['sec-fetch-site'] === 'same-origin' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  if (!isOurs || !isNavigation) {
    throw new Fault('FORBIDDEN', {}, { message: 'Open this from Patchbay’s own page, with a current browser.' })
  }
}
