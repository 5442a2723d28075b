import { expect, test } from 'vitest'
import { longestWaitSeconds } from './longest-wait.ts'

test('the wait that is shown is the longest of this instance', () => {
  const waits = [
    { path: '/meridian/users/1', seconds: 2 },
    { path: '/meridian/users/2', seconds: 4 },
    { path: '/meridian-two/users/1', seconds: 9 },
  ]
  expect(longestWaitSeconds(waits, 'meridian')).toBe(4)
  expect(longestWaitSeconds(waits, 'harbour')).toBeUndefined()
})
