import { act, render, renderHook, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { connectDown } from '../api/connection.ts'
import { useListAge } from './list-age.ts'
import { NotCurrent } from './not-current.tsx'

const problem = {
  code: 'connect.throttled',
  message: 'Amazon Connect was too busy for too long.',
  at: '2026-11-21T09:30:12Z',
}
const asOf = '2026-11-21T09:25:00Z'

test('a list that could not be read anew says why, when, and lets one try again', async () => {
  const onRetry = vi.fn<() => void>()
  render(<NotCurrent problem={problem} isRetrying={false} onRetry={onRetry} />)
  expect(screen.getByRole('status').textContent).toMatch(/Not current.*failed at 21 Nov 2026.*too busy for too long\./)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onRetry).toHaveBeenCalledTimes(1)
})

test('a list is current only while Amazon Connect answers and the last try to read it went well', () => {
  const age = (query: Parameters<typeof useListAge>[0]) => renderHook(() => useListAge(query)).result.current
  expect(age({ data: { asOf, problem: null }, error: null })).toEqual({ asOf, isStale: false, problem: undefined })
  expect(age({ data: { asOf, problem }, error: null })).toEqual({ asOf, isStale: true, problem })
  // The failed query says so itself.
  expect(age({ data: { asOf, problem }, error: new Error('no') })).toEqual({ asOf, isStale: true, problem: undefined })
  act(() => connectDown.set(true))
  expect(age({ data: { asOf, problem: null }, error: null }).isStale).toBe(true)
  act(() => connectDown.set(false))
})
