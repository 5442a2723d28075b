import { expect, it } from 'vitest'
import { toApiError } from './api-error.ts'
import { Fault } from './fault.ts'

it.each([
  ['that is no fault', new Error('arn:aws')],
  ['that looks like one', { name: 'Fault', code: 'NOT_FOUND', message: 'arn:aws', data: { a: 'arn:aws' } }],
  ['that is no error', { message: 'arn:aws' }],
])('an error %s becomes the one that says nothing', (_what, error) => {
  const told = toApiError(error, 'r-1')
  expect(told).toMatchObject({ defined: true, code: 'INTERNAL_SERVER_ERROR', status: 500, data: { requestId: 'r-1' } })
  expect(JSON.stringify(told)).not.toContain('arn:aws')
})

it('a fault keeps its words and not its cause', () => {
  const fault = new Fault('connect.in_use', {}, { message: 'Still used.', cause: new Error('arn:aws') })
  expect(toApiError(fault, 'r-1')).toEqual({
    defined: true,
    code: 'connect.in_use',
    status: 409,
    message: 'Still used.',
    data: { requestId: 'r-1' },
  })
})

it('the number of the request is its own, whatever a fault carries', () => {
  const fault = new Fault('NOT_FOUND', { requestId: 'forged' } as object)
  expect(toApiError(fault, 'r-1').data).toEqual({ requestId: 'r-1' })
})
