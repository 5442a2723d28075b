import { ORPCError } from '@orpc/client'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { LoadStates } from './load-states.tsx'

function show(state: { data?: string; error?: Error; isFetching?: boolean }) {
  const refetch = vi.fn<() => Promise<never>>(() => new Promise(() => undefined))
  render(
    <LoadStates
      query={{ data: state.data, error: state.error ?? null, isFetching: state.isFetching ?? false, refetch }}
      what="this person"
    >
      {(data) => <p>{data}</p>}
    </LoadStates>,
  )
  return refetch
}

const failure = (code: string) => new ORPCError(code, { message: `Because of ${code}.`, data: { requestId: 'r-7' } })

test('loading says so', () => {
  show({ isFetching: true })
  expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy()
})

test('a failure says why, gives the request id and can be tried again', async () => {
  const refetch = show({ error: failure('connect.unavailable') })
  expect(screen.getByRole('alert').textContent).toMatch(
    /This person cannot be shown.*Because of connect\.unavailable\..*r-7/,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(refetch).toHaveBeenCalledTimes(1)
})

test('a refresh that fails keeps what was there', () => {
  show({ data: 'Ada Lovelace', error: failure('connect.unavailable') })
  expect(screen.getByText('Ada Lovelace')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toMatch(/could not be refreshed.*What you see is from before/)
})

test.for(['FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST'])('%s offers no second try: the answer would be the same', (code) => {
  show({ error: failure(code) })
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})
