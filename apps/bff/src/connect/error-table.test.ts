import { describe, expect, test } from 'vitest'
import { errors } from '@patchbay/contract'
import { faultOf } from './error-table.ts'
import { operationNames, operations, type OperationName } from './operations.ts'
import modelled from './testing/modelled-errors.json' with { type: 'json' }
import type { UpstreamFailure } from './upstream-failure.ts'

const AWS_TEXT = 'User arn:aws:connect:us-east-1:123456789012:instance/6f1e is not authorized'

function failure(name: string, status: number | undefined, more: Partial<UpstreamFailure> = {}): UpstreamFailure {
  return { name, status, message: AWS_TEXT, requestId: 'r', retryAfterSeconds: undefined, ...more }
}

/** What each exception means where the operation makes no difference. */
const EXPECTED: Readonly<Record<string, string>> = {
  AccessDeniedException: 'connect.access_denied',
  ConditionalOperationFailedException: 'connect.refused',
  InternalServiceException: 'connect.unavailable',
  InvalidParameterException: 'connect.refused',
  InvalidRequestException: 'connect.refused',
  LimitExceededException: 'connect.quota_reached',
  MaximumResultReturnedException: 'connect.refused',
  ResourceConflictException: 'connect.in_use',
  ResourceInUseException: 'connect.in_use',
  ServiceQuotaExceededException: 'connect.quota_reached',
  ThrottlingException: 'connect.throttled',
  TooManyRequestsException: 'connect.throttled',
  UserNotFoundException: 'NOT_FOUND',
  ResourceNotFoundException: 'NOT_FOUND',
  DuplicateResourceException: 'connect.refused',
}

function expectedCode(operation: OperationName, name: string): string {
  const { field, namesOthers, readsOne } = operations[operation]
  if (name === 'DuplicateResourceException' && operation === 'CreateUser') return 'user.username_taken'
  if (name === 'DuplicateResourceException' && operation === 'CreateSecurityProfile') return 'profile.name_taken'
  if (EXPECTED[name] === 'NOT_FOUND' && (field !== undefined || namesOthers)) return 'connect.refused'
  if (name === 'InvalidParameterException' && readsOne) return 'NOT_FOUND'
  return EXPECTED[name] ?? `nothing is expected of ${name}`
}

describe.each(operationNames)('%s', (operation) => {
  const all: Record<string, number> = { ...modelled.all, ...modelled.operations[operation] }

  test.each(Object.entries(all))('%s %i', (name, status) => {
    const fault = faultOf(failure(name, status), operation)
    expect(fault.code).toBe(expectedCode(operation, name))
    expect(JSON.stringify([fault.message, fault.data])).not.toMatch(/arn:|Exception|123456789012/)
    expect(errors[fault.code].data.safeParse({ ...fault.data, requestId: 'r' }).success).toBe(true)
  })
})

describe('what no operation lists', () => {
  test.each([
    ['TooManyRequestsException', 429, 'connect.throttled'],
    ['SomethingNew', 429, 'connect.throttled'],
    ['ThrottlingException', 400, 'connect.throttled'],
    ['ServiceUnavailable', 503, 'connect.unavailable'],
    ['InternalFailure', 500, 'connect.unavailable'],
    // A 5xx with the name of a refusal is no refusal: the service did not do its part.
    ['InvalidParameterException', 500, 'connect.unavailable'],
    ['NotEmulated', 501, 'connect.unavailable'],
    ['SyntaxError', 200, 'connect.unavailable'],
    ['SyntaxError', undefined, 'connect.unavailable'],
    ['TimeoutError', undefined, 'connect.unavailable'],
    ['ECONNRESET', undefined, 'connect.unavailable'],
    ['Unknown', 400, 'connect.refused'],
    ['Unknown', 403, 'connect.access_denied'],
    ['Unknown', 404, 'connect.unavailable'],
    ['toString', 500, 'connect.unavailable'],
    ['InvalidToken', 400, 'connect.refused'],
    ['NotAuthorized', 401, 'connect.access_denied'],
    ['ExpiredTokenException', 403, 'connect.access_denied'],
    ['UnrecognizedClientException', 403, 'connect.access_denied'],
    ['CredentialsProviderError', undefined, 'connect.access_denied'],
  ])('%s %s is %s', (name, status, code) => {
    expect(faultOf(failure(name, status), 'SearchUsers').code).toBe(code)
  })
})

describe('fields', () => {
  test.each([
    ['CreateUser', 'IdentityInfo.LastName must have 1 to 256 characters', 'identity.lastName'],
    ['CreateUser', 'Username must have 1 to 20 characters', 'username'],
    ['CreateUser', 'Password is required', 'password'],
    ['CreateUser', 'PhoneConfig.DeskPhoneNumber does not match', 'phone.deskPhoneNumber'],
    ['UpdateUserIdentityInfo', 'IdentityInfo.SecondaryEmail is not an e-mail address', 'secondaryEmail'],
    ['UpdateUserIdentityInfo', 'IdentityInfo.Email is not an e-mail address', 'email'],
    ['UpdateUserPhoneConfig', 'PhoneConfig.AfterContactWorkTimeLimit is too large', 'afterContactWorkSeconds'],
    ['UpdateUserSecurityProfiles', 'whatever it says', 'securityProfileIds'],
    ['CreateSecurityProfile', 'SecurityProfileName does not match', 'name'],
  ] as const)('%s: “%s” is about %s', (operation, message, field) => {
    const { data } = faultOf(failure('InvalidParameterException', 400, { message }), operation)
    expect(data).toMatchObject({ fields: [{ field }] })
  })

  test('a message that names nothing of ours gives no field', () => {
    const { data } = faultOf(failure('InvalidParameterException', 400, { message: 'Nope' }), 'UpdateUserPhoneConfig')
    expect(data).toEqual({ fields: [] })
  })

  test('an unknown routing profile lands on its field, not on the person', () => {
    const fault = faultOf(failure('ResourceNotFoundException', 404), 'UpdateUserRoutingProfile')
    expect(fault.data).toMatchObject({ fields: [{ field: 'routingProfileId' }] })
  })
})

test('a throttled call tells when to try again: what Connect says, else a default', () => {
  expect(faultOf(failure('ThrottlingException', 429, { retryAfterSeconds: 7 }), 'SearchUsers').data).toEqual({
    retryAfterSeconds: 7,
  })
  expect(faultOf(failure('ThrottlingException', 429), 'SearchUsers').data).toEqual({ retryAfterSeconds: 3 })
})

test('a write without an answer does not claim that nothing was done', () => {
  expect(faultOf(failure('TimeoutError', undefined), 'UpdateUserPhoneConfig').message).toMatch(
    /may have been made or not/,
  )
  expect(faultOf(failure('TimeoutError', undefined), 'CreateUser').message).toMatch(/may have been done or not/)
})
