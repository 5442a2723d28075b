import { NormalizedSchema } from '@smithy/core/schema'
import { expect, test } from 'vitest'
import { errorAnswer, headersOf, successAnswer } from './answer.ts'
import { AwsError, inUse } from './aws-error.ts'
import { operationSchemas } from './operation-schemas.ts'

function schemaOf(name: string) {
  const schema = operationSchemas.find((one) => one.name === name)
  if (!schema) throw new Error(`No operation ${name}`)
  return schema
}

function textOf(body: Uint8Array | undefined): string {
  return body ? new TextDecoder().decode(body) : ''
}

test('what the schema does not declare never goes out', () => {
  const output = {
    User: { Id: 'u', Password: 'secret', seq: 5, IdentityInfo: { FirstName: 'A', hidden: true } },
    extra: 1,
  }
  const { body } = successAnswer(schemaOf('DescribeUser'), output)
  expect(JSON.parse(textOf(body))).toEqual({ User: { Id: 'u', IdentityInfo: { FirstName: 'A' } } })
})

test('times are epoch seconds with a fraction (WIRE-03)', () => {
  const { body } = successAnswer(schemaOf('DescribeUser'), { User: { LastModifiedTime: new Date(1_720_000_000_123) } })
  expect(textOf(body)).toBe('{"User":{"LastModifiedTime":1720000000.123}}')
})

test('text of any script comes out as it went in', () => {
  const FirstName = 'Łukasz "王" \\ \u2028 \n 𝄞'
  const { body } = successAnswer(schemaOf('DescribeUser'), { User: { IdentityInfo: { FirstName } } })
  expect(JSON.parse(textOf(body))).toEqual({ User: { IdentityInfo: { FirstName } } })
})

test('an operation without output has no body at all (WIRE-01)', () => {
  const answer = successAnswer(schemaOf('DeleteUser'), undefined)
  expect(answer).toEqual({ status: 200, errorName: undefined, body: undefined })
  expect(headersOf(answer, { requestId: 'r-1', at: 0 })).toEqual({
    'content-type': 'application/json',
    'content-length': 0,
    date: 'Thu, 01 Jan 1970 00:00:00 GMT',
    'x-amzn-requestid': 'r-1',
  })
})

test('an error carries its own members; those it lacks are left out (ERR-01, ERR-11)', () => {
  const full = errorAnswer(inUse('Still used', 'HIERARCHY_GROUP', 'g-1'))
  expect(full).toMatchObject({ status: 409, errorName: 'ResourceInUseException' })
  expect(JSON.parse(textOf(full.body))).toEqual({
    Message: 'Still used',
    ResourceType: 'HIERARCHY_GROUP',
    ResourceId: 'g-1',
  })
  expect(JSON.parse(textOf(errorAnswer(inUse('Still used')).body))).toEqual({ Message: 'Still used' })
})

test.each([
  ['InvalidParameterException', 400],
  ['MaximumResultReturnedException', 400],
  ['ServiceQuotaExceededException', 402],
  ['AccessDeniedException', 403],
  ['ResourceNotFoundException', 404],
  ['UserNotFoundException', 404],
  ['ConditionalOperationFailedException', 409],
  ['ResourceConflictException', 409],
  ['LimitExceededException', 429],
  ['ThrottlingException', 429],
  ['TooManyRequestsException', 429],
  ['InternalServiceException', 500],
  ['NotEmulated', 501],
  ['UnknownOperationException', 404],
  ['InvalidToken', 400],
  ['NobodyKnowsThisException', 400],
])('%s goes out with %i (ERR-01, ERR-05)', (name, status) => {
  expect(new AwsError(name, '').status).toBe(status)
})

test('every operation of the service has a schema on both sides', () => {
  expect(operationSchemas).toHaveLength(397)
  for (const { input, output } of operationSchemas) {
    expect(input).toBeInstanceOf(NormalizedSchema)
    expect(output).toBeInstanceOf(NormalizedSchema)
  }
})
