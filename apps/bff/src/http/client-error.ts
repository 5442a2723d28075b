import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { toApiError } from './api-error.ts'
import { Fault } from './fault.ts'
import { permissionsPolicy } from './security-headers.ts'

/** Request line and headers together. Ours stay below 2 KiB. */
export const HEADER_LIMIT_KIB = 16

const refusals: Readonly<Record<string, { field: string; message: string }>> = {
  HPE_HEADER_OVERFLOW: {
    field: 'headers',
    message: `The request line and headers are larger than the limit of ${HEADER_LIMIT_KIB} KiB.`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: { field: 'body', message: 'The request took too long to arrive.' },
}
const notHttp = { field: 'request', message: 'This is not a valid HTTP request.' }

/** What never becomes a request (headers too large, not HTTP) is answered here, in the same shape as everything else. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const fault = refusals[error.code ?? ''] ?? notHttp
  const requestId = randomUUID()
  const body = JSON.stringify(toApiError(new Fault('BAD_REQUEST', { fields: [fault] }, fault), requestId))
  const headers = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    'strict-transport-security: max-age=31536000; includeSubDomains',
    'x-content-type-options: nosniff',
    'x-frame-options: DENY',
    'referrer-policy: no-referrer',
    `permissions-policy: ${permissionsPolicy}`,
    'cross-origin-opener-policy: same-origin',
    'cross-origin-resource-policy: same-origin',
    'cache-control: no-store',
    `x-request-id: ${requestId}`,
    'connection: close',
  ]
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`)
}
