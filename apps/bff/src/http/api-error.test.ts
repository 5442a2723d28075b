import { ORPCError } from '@orpc/server'
import { expect, it } from 'vitest'
import { toApiError } from './api-error.ts'
import { Fault } from './fault.ts'

it.each([
  [
    'of a code that the contract has not',
    new ORPCError('TEAPOT', { status: 418, message: 'arn:aws', data: { a: 'arn:aws' } }),
  ],
  [
    'of a status that is not the code’s',
    new ORPCError('CONFLICT', { status: 500, message: 'arn:aws', data: { current: {} } }),
  ],
  [
    'without what its code carries',
    new ORPCError('BAD_REQUEST', { status: 400, message: 'arn:aws', data: { a: 'arn:aws' } }),
  ],
  ['that is no error', { message: 'arn:aws' }],
])('an error %s becomes the one that says nothing', (_what, error) => {
  const told = toApiError(error, 'r-1').toJSON()
  expect(told).toMatchObject({ defined: true, code: 'INTERNAL_SERVER_ERROR', status: 500, data: { requestId: 'r-1' } })
  expect(JSON.stringify(told)).not.toContain('arn:aws')
})

it('a declared one keeps what is declared, and only that', () => {
  const error = new ORPCError('NOT_FOUND', {
    status: 404,
    message: 'Gone.',
    data: { requestId: 'forged', arn: 'arn:aws' },
  })
  expect(toApiError(error, 'r-1').toJSON()).toEqual({
    defined: true,
    code: 'NOT_FOUND',
    status: 404,
    message: 'Gone.',
    data: { requestId: 'r-1' },
  })
})

it('a fault keeps its words and not its cause', () => {
  const fault = new Fault('connect.in_use', {}, { message: 'Still used.', cause: new Error('arn:aws') })
  const told = toApiError(fault, 'r-1').toJSON()
  expect(told).toMatchObject({ code: 'connect.in_use', status: 409, message: 'Still used.' })
  expect(JSON.stringify(told)).not.toContain('arn:aws')
})
