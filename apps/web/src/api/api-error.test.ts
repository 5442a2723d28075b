import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { isSignedOut, toApiError } from './api-error.ts'

test('an error of the API keeps code, words, fields and request id', () => {
  const error = toApiError(
    new ORPCError('BAD_REQUEST', {
      status: 400,
      message: 'The request is not valid.',
      data: { requestId: 'r-1', fields: [{ field: 'deskPhoneNumber', message: 'Too short.' }, { field: 3 }] },
    }),
  )
  expect(error).toMatchObject({
    code: 'BAD_REQUEST',
    message: 'The request is not valid.',
    requestId: 'r-1',
    fields: [{ field: 'deskPhoneNumber', message: 'Too short.' }],
  })
})

test('a conflict carries what is there now, a throttle the wait, a half-done change both lists', () => {
  const of = (code: string, data: object) => toApiError(new ORPCError(code, { data: { requestId: 'r', ...data } }))
  expect(of('CONFLICT', { current: { id: 'x' } }).current).toEqual({ id: 'x' })
  expect(of('connect.throttled', { retryAfterSeconds: 2 }).retryAfterSeconds).toBe(2)
  expect(of('change.partly_done', { done: ['a'], notDone: ['b'] })).toMatchObject({ done: ['a'], notDone: ['b'] })
})

test('a failed write leads to the changes that it began', () => {
  const changes = [{ id: 'c-1', status: 'failed' }, { id: 'c-2', status: 'odd' }, null]
  expect(toApiError(new ORPCError('connect.unavailable', { data: { requestId: 'r', changes } })).changes).toEqual([
    { id: 'c-1', status: 'failed' },
  ])
  expect(toApiError(new TypeError('x')).changes).toEqual([])
})

test('no answer and a foreign answer are told apart, both with a way out', () => {
  expect(toApiError(new TypeError('Failed to fetch'))).toMatchObject({ code: 'UNREACHABLE' })
  expect(toApiError(new ORPCError('TEAPOT', { status: 418, message: '<html>' }))).toMatchObject({ code: 'UNKNOWN' })
  expect(toApiError(new SyntaxError('Unexpected token <'))).toMatchObject({ code: 'UNKNOWN' })
  for (const thrown of [new TypeError('x'), new SyntaxError('x')]) expect(toApiError(thrown).advice).toBeTruthy()
})

test('only a 401 of the API is a lost session', () => {
  expect(isSignedOut(new ORPCError('UNAUTHORIZED'))).toBe(true)
  expect(isSignedOut(new ORPCError('FORBIDDEN'))).toBe(false)
  expect(isSignedOut(new Error('UNAUTHORIZED'))).toBe(false)
})
