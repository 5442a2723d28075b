import type { ErrorCode, FieldFault } from '@patchbay/contract'
import { expect } from 'vitest'

interface ErrorBody {
  defined: boolean
  code: ErrorCode
  status: number
  message: string
  data: { requestId: string; fields?: FieldFault[] }
}

/** Holds the answer against the one error shape and hands it back for more. */
export async function expectError(response: Response, status: number, code: ErrorCode): Promise<ErrorBody> {
  const text = await response.text()
  expect({ status: response.status, text }).toMatchObject({ status, text: expect.stringContaining(`"code":"${code}"`) })
  const body: ErrorBody = JSON.parse(text)
  expect(body).toMatchObject({ defined: true, code, status, message: expect.stringMatching(/^\p{Lu}|: /u) })
  expect(body.data.requestId).toBe(response.headers.get('x-request-id'))
  // An error has nothing to be compared with later.
  expect(response.headers.get('etag')).toBeNull()
  expect(Object.keys(body).toSorted()).toEqual(['code', 'data', 'defined', 'message', 'status'])
  expect(text).not.toMatch(/arn:aws|\bat \/|file:\/\/|node_modules|Exception/)
  return body
}

/** What design and browsers ask of every answer, errors and files included. */
export function expectSecurityHeaders({ headers }: Response): void {
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).not.toContain('unsafe-')
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types',
  ]) {
    expect(policy).toContain(directive)
  }
  expect(Object.fromEntries(headers)).toMatchObject({
    'strict-transport-security': expect.stringContaining('max-age=31536000'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers.get('x-powered-by')).toBeNull()
}
