import { expect, it } from 'vitest'
import { holdsRouteRight } from './rights.ts'

it.each([
  [[], 'signed-in', true],
  [[], 'users.read', false],
  [['users.read'], 'users.read', true],
  [['users.read'], ['users.email.write', 'users.name.write'], false],
  [['users.name.write'], ['users.email.write', 'users.name.write'], true],
] as const)('someone holding %j asked for %j: %j', (held, asked, verdict) => {
  expect(holdsRouteRight(new Set(held), asked)).toBe(verdict)
})
