import { expect, test } from 'vitest'
import { longestWait } from './longest-wait.ts'

test('the wait that is shown is the longest of this instance', () => {
  const longest = { path: '/meridian/users/2', seconds: 4 }
  const waits = [{ path: '/meridian/users/1', seconds: 2 }, longest, { path: '/meridian-two/users/1', seconds: 9 }]
  expect(longestWait(waits, 'meridian')).toBe(longest)
  expect(longestWait(waits, 'harbour')).toBeUndefined()
})
