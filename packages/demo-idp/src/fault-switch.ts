import type { IncomingMessage, ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'

/** What an endpoint does instead of its work. Without a status it hangs up without a word. */
interface EndpointFault {
  /** How the path begins: `/token`, `/jwks`, `/me`, `/.well-known`. */
  readonly path: string
  readonly status?: number
  readonly body?: string
  readonly type?: string
  readonly delayMs?: number
}

async function fail(response: ServerResponse, fault: EndpointFault): Promise<void> {
  await setTimeout(fault.delayMs ?? 0, undefined, { ref: false })
  if (fault.status === undefined) response.destroy()
  else response.writeHead(fault.status, { 'content-type': fault.type ?? 'application/json' }).end(fault.body ?? '')
}

/**
 * Failures that can be seen in the running demo: `POST /_demo-idp/fault` with a JSON fault, `DELETE` to mend it. JSON only,
 * so that no web page can do it: a browser would have to ask first, and nobody answers that.
 */
export function createFaultSwitch(): (request: IncomingMessage, response: ServerResponse) => boolean {
  let fault: EndpointFault | undefined

  async function set(request: IncomingMessage, response: ServerResponse): Promise<void> {
    fault = request.method === 'POST' ? ((await json(request)) as EndpointFault) : undefined
    response.writeHead(204).end()
  }

  return (request, response) => {
    const { url = '', method = '' } = request
    if (url === '/_demo-idp/fault') {
      const isOurs =
        method === 'DELETE' || (method === 'POST' && request.headers['content-type'] === 'application/json')
      if (isOurs) set(request, response).catch(() => response.writeHead(400).end())
      else response.writeHead(405).end()
      return true
    }
    if (fault === undefined || !url.startsWith(fault.path)) return false
    void fail(response, fault)
    return true
  }
}
