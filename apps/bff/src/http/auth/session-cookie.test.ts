import type { Request } from 'express'
import { expect, it } from 'vitest'
import { createSessionCookie } from './session-cookie.ts'

const [ours, planted] = ['o'.repeat(43), 'p'.repeat(43)]
const read = (publicOrigin: string, cookie: string) =>
  createSessionCookie(publicOrigin).read({ headers: { cookie } } as Request)

it.each([
  ['https://patchbay.example', `patchbay=${planted}`, undefined],
  ['https://patchbay.example', `patchbay=${planted}; __Host-patchbay=${ours}`, ours],
  ['http://127.0.0.1:4400', `patchbay=${ours}`, ours],
  ['http://127.0.0.1:4400', `patchbay=${planted}; __Host-patchbay=${ours}`, ours],
  ['http://127.0.0.1:4400', `__Host-patchbay=; __Host-patchbay=short; __Host-patchbay=${ours}`, ours],
  ['http://127.0.0.1:4400', `__Host-patchbay="${ours}"`, undefined],
  [
    'http://127.0.0.1:4400',
    `__Host-patchbay-sign-in=${ours}; x__Host-patchbay=${ours}; __host-patchbay=${ours}`,
    undefined,
  ],
  ['http://127.0.0.1:4400', `__Host-patchbay=${ours}=${planted}`, undefined],
])('at %s reads of %j the session %j', (publicOrigin, cookie, session) => {
  expect(read(publicOrigin, cookie)).toBe(session)
})
