import { expect, test } from 'vitest'
import { problemHeader } from './problem-header.ts'

test('says of what was to be done only what is known of it', () => {
  const changes = [{ id: 'c-1', status: 'pending' as const }]
  expect(problemHeader({ code: 'CONFLICT', changes: [] }, 'marked')).toBe('Not marked: look again')
  expect(problemHeader({ code: 'connect.refused', changes: [] }, 'marked')).toBe('Not marked')
  expect(problemHeader({ code: 'connect.unavailable', changes: [] }, 'dismissed')).toBe('Not dismissed')
  expect(problemHeader({ code: 'connect.unavailable', changes }, 'dismissed')).toBe('Not known whether it is dismissed')
  expect(problemHeader({ code: 'change.partly_done', changes }, 'marked')).toBe('It is marked, and not read back yet')
})
