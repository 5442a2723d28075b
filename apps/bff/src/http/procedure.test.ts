import { call } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { createRouter } from '../router.ts'
import type { RequestContext, SignedIn } from './request-context.ts'

const router = createRouter()

/** No services: whoever reached a handler with this would fail on that, not on the right. */
function contextOf(signedIn: Pick<SignedIn, 'rights'> | undefined): RequestContext {
  return { requestId: 'r', signedIn, signal: new AbortController().signal } as RequestContext
}

const invalidInput = { instance: 'meridian', bogus: true } as never

describe('the guard of every procedure', () => {
  it('comes before the validation of the input', async () => {
    const withoutSession = call(router.users.search, invalidInput, { context: contextOf(undefined) })
    await expect(withoutSession).rejects.toMatchObject({ name: 'Fault', code: 'UNAUTHORIZED' })
    const withoutRight = call(router.users.search, invalidInput, { context: contextOf({ rights: new Set() }) })
    await expect(withoutRight).rejects.toMatchObject({ name: 'Fault', code: 'FORBIDDEN' })
  })

  it('lets the validation speak to who has the right', async () => {
    const context = contextOf({ rights: new Set(['users.read']) })
    await expect(call(router.users.search, invalidInput, { context })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('is content with any one right of a list', async () => {
    const context = contextOf({ rights: new Set(['users.mobile.write']) })
    const changed = call(router.users.updateIdentity, invalidInput, { context })
    await expect(changed).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
