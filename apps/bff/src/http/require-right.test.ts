import type { Right } from '@patchbay/contract'
import { expect, it } from 'vitest'
import type { SignedIn } from './request-context.ts'
import { requireRight } from './require-right.ts'

const withRights = (...rights: readonly Right[]) => ({ rights: new Set(rights) }) as unknown as SignedIn

it('tells a stranger from somebody without the right', () => {
  expect(() => requireRight(undefined, 'users.read')).toThrow(expect.objectContaining({ code: 'UNAUTHORIZED' }))
  expect(() => requireRight(withRights(), 'users.read')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
})

it('is content with any one right of a list', () => {
  const asked = ['users.name.write', 'users.mobile.write'] as const
  const signedIn = withRights('users.mobile.write')
  expect(requireRight(signedIn, asked)).toBe(signedIn)
  expect(() => requireRight(withRights('users.phone.write'), asked)).toThrow(
    expect.objectContaining({ code: 'FORBIDDEN' }),
  )
})
