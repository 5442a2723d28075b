import type { FieldFault } from '@patchbay/contract'
import { Fault } from '../http/fault.ts'
import { operations, type OperationName } from './operations.ts'
import { isQuotaReached, isThrottled, isUncertain, type UpstreamFailure } from './upstream-failure.ts'

/** What the table says of an exception; `fault` puts it into words. */
type Meaning = 'not_found' | 'duplicate' | 'refused' | 'in_use' | 'denied' | 'credentials'

/** AWS exception → what it means. Quotas, throttling and 5xx are told by name and status before this is asked. */
const MEANING: Readonly<Record<string, Meaning>> = {
  ResourceNotFoundException: 'not_found',
  UserNotFoundException: 'not_found',
  DuplicateResourceException: 'duplicate',
  InvalidParameterException: 'refused',
  InvalidRequestException: 'refused',
  ValidationError: 'refused',
  ValidationException: 'refused',
  InvalidToken: 'refused',
  MaximumResultReturnedException: 'refused',
  ConditionalOperationFailedException: 'refused',
  ResourceConflictException: 'in_use',
  ResourceInUseException: 'in_use',
  AccessDeniedException: 'denied',
  NotAuthorized: 'denied',
  UnauthorizedOperation: 'denied',
  CredentialsProviderError: 'credentials',
  ExpiredTokenException: 'credentials',
  IncompleteSignature: 'credentials',
  IncompleteSignatureException: 'credentials',
  InvalidClientTokenId: 'credentials',
  InvalidSignatureException: 'credentials',
  MissingAuthenticationTokenException: 'credentials',
  RequestExpired: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  UnrecognizedClientException: 'credentials',
}

/** Members of Connect's requests that a refusal may name, and our field for each. */
const FIELD_OF_MEMBER: readonly (readonly [RegExp, string])[] = [
  [/\bFirst ?Name\b/i, 'firstName'],
  [/\bLast ?Name\b/i, 'lastName'],
  [/\bSecondary ?Email\b/i, 'secondaryEmail'],
  [/\bEmail\b/i, 'email'],
  [/\bMobile\b/i, 'mobile'],
  [/\bDesk ?Phone ?Number\b/i, 'deskPhoneNumber'],
  [/\bAfter ?Contact ?Work\w*/i, 'afterContactWorkSeconds'],
  [/\bAuto ?Accept\b/i, 'autoAccept'],
  [/\bPhone ?Type\b/i, 'phoneType'],
  [/\bPersistent ?Connection\b/i, 'persistentConnection'],
  [/\bVoice ?Enhancement\w*/i, 'voiceEnhancementMode'],
  [/\bUser ?name\b/i, 'username'],
  [/\bPassword\b/i, 'password'],
  [/\bDirectory ?User ?Id\b/i, 'directoryUserId'],
  [/\bSecurity ?Profile ?Name\b/i, 'name'],
  [/\bRouting ?Profile\w*/i, 'routingProfileId'],
  [/\bHierarchy ?Group\w*/i, 'hierarchyGroupId'],
  [/\bSecurity ?Profiles?(Ids?)?\b/i, 'securityProfileIds'],
  [/\bPermissions?\b/i, 'permissions'],
  [/\bDescription\b/i, 'description'],
  [/\bTags?\b/i, 'tags'],
]

/** CreateUser's body nests what the updates take flat. */
const PARENT_IN_CREATE_USER: Readonly<Record<string, string>> = {
  firstName: 'identity',
  lastName: 'identity',
  secondaryEmail: 'identity',
  email: 'identity',
  mobile: 'identity',
  deskPhoneNumber: 'phone',
  afterContactWorkSeconds: 'phone',
  autoAccept: 'phone',
  phoneType: 'phone',
}

/** Where Connect says nothing of when to try again: one bucket of burst 5 is full again after 2.5 seconds. */
const RETRY_AFTER_SECONDS = 3

/** The one table from AWS's exceptions to our codes. No text, ARN or id of AWS gets through: every message is ours. */
export function faultOf(failure: UpstreamFailure, operation: OperationName): Fault {
  const cause = new Error(`${operation}: ${failure.name}`)
  if (isQuotaReached(failure))
    return new Fault('connect.quota_reached', {}, { message: quotaMessage(operation), cause })
  if (isThrottled(failure)) {
    const retryAfterSeconds = failure.retryAfterSeconds ?? RETRY_AFTER_SECONDS
    const message = 'Amazon Connect is busy. Try again in a few seconds.'
    return new Fault('connect.throttled', { retryAfterSeconds }, { message, cause })
  }
  const meaning = (failure.status ?? 0) < 500 ? meaningOf(failure) : undefined
  if (meaning === undefined) return unavailable(failure, operation, cause)
  return faultByMeaning[meaning](failure, operation, cause)
}

const faultByMeaning: Readonly<
  Record<Meaning, (failure: UpstreamFailure, operation: OperationName, cause: Error) => Fault>
> = {
  not_found: (failure, operation, cause) => {
    const { thing, field, namesOthers } = operations[operation]
    if (field === undefined && !namesOthers) return notFound(operation, cause)
    const message = `There is no such ${thing} in Amazon Connect any more. Choose another.`
    const fields = refusedFields(failure, operation).map((fault) => ({ ...fault, message }))
    return new Fault('connect.refused', { fields }, { message, cause })
  },
  duplicate: (_failure, operation, cause) => {
    if (operation === 'CreateUser') {
      const fields = [{ field: 'username', message: 'This user name is taken.' }]
      return new Fault('user.username_taken', { fields }, { cause })
    }
    if (operation === 'CreateSecurityProfile') {
      const fields = [{ field: 'name', message: 'This security profile name is taken.' }]
      return new Fault('profile.name_taken', { fields }, { cause })
    }
    return refusal([], cause)
  },
  refused: (failure, operation, cause) => {
    const isUnknownId = operations[operation].readsOne && failure.name === 'InvalidParameterException'
    return isUnknownId ? notFound(operation, cause) : refusal(refusedFields(failure, operation), cause)
  },
  in_use: (_failure, operation, cause) => {
    const message = `Something else in Amazon Connect still uses this ${operations[operation].thing}.`
    return new Fault('connect.in_use', {}, { message, cause })
  },
  denied: (_failure, operation, cause) => {
    const message = `Patchbay’s AWS role is not allowed to call ${operation}.`
    return new Fault('connect.access_denied', {}, { message, cause })
  },
  credentials: (_failure, _operation, cause) => {
    const message = 'Patchbay’s AWS credentials are missing, expired or not accepted.'
    return new Fault('connect.access_denied', {}, { message, cause })
  },
}

/** What a read of something that is not there answers. What one may not see answers the same. */
export function notFound(operation: OperationName, cause?: Error): Fault {
  return new Fault(
    'NOT_FOUND',
    {},
    { message: `There is no such ${operations[operation].thing} in Amazon Connect.`, cause },
  )
}

function refusal(fields: FieldFault[], cause: Error): Fault {
  return new Fault('connect.refused', { fields }, { message: fields[0]?.message, cause })
}

function unavailable(failure: UpstreamFailure, operation: OperationName, cause: Error): Fault {
  if (operations[operation].effect === 'read') {
    return new Fault(
      'connect.unavailable',
      {},
      { message: 'Amazon Connect did not answer as expected. Try again.', cause },
    )
  }
  if (isUncertain(failure)) return outcomeUnknown(operation, cause)
  const message = 'Amazon Connect could not be reached. Nothing was changed: try again.'
  return new Fault('connect.unavailable', {}, { message, cause })
}

/** Of a write that was sent: it may have been done or not. */
export function outcomeUnknown(operation: OperationName, cause: unknown): Fault {
  const message =
    operations[operation].effect === 'update'
      ? 'Amazon Connect did not answer as expected. The change may have been made or not: reload to see.'
      : 'Amazon Connect did not answer as expected. It may have been done or not: look before you try again.'
  return new Fault('connect.unavailable', { outcome: 'unknown' }, { message, cause })
}

/** Whether what was thrown says that a write may have been done. Everything else that is thrown says that it was not. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof Fault && (error as Fault<'connect.unavailable'>).data.outcome === 'unknown'
}

/** While the circuit is open: nothing is sent. */
export function refusedWhileDown(operation: OperationName, retryAfterSeconds: number | undefined): Fault {
  const message =
    operations[operation].effect === 'read'
      ? 'Amazon Connect does not answer at the moment. Patchbay tries again every few seconds.'
      : NOTHING_WAS_CHANGED
  return new Fault('connect.unavailable', retryAfterSeconds === undefined ? {} : { retryAfterSeconds }, { message })
}

/** It was in our own line for so long that it is not sent any more. */
export function waitedTooLong(): Fault {
  const message = 'Amazon Connect was too busy for too long. Nothing was changed: try again.'
  return new Fault('connect.throttled', { retryAfterSeconds: RETRY_AFTER_SECONDS }, { message })
}

export const NOTHING_WAS_CHANGED =
  'Amazon Connect does not answer at the moment. Nothing was changed: save again when it answers.'

/** A 403 is an IAM refusal whatever its name (ERR-10); any other unknown 4xx is still the request's own fault. */
function meaningOf({ name, status }: UpstreamFailure): Meaning | undefined {
  if (Object.hasOwn(MEANING, name)) return MEANING[name]
  if (status === 401 || status === 403) return 'denied'
  return status === 400 || status === 409 || status === 413 ? 'refused' : undefined
}

function refusedFields({ message }: UpstreamFailure, operation: OperationName): FieldFault[] {
  const named = FIELD_OF_MEMBER.find(([member]) => member.test(message))?.[1]
  const found = operations[operation].field ?? named
  if (found === undefined || operations[operation].effect === 'read') return []
  const parent = operation === 'CreateUser' ? PARENT_IN_CREATE_USER[found] : undefined
  const field = parent === undefined ? found : `${parent}.${found}`
  return [{ field, message: 'Amazon Connect does not accept this value.' }]
}

function quotaMessage(operation: OperationName): string {
  const things =
    operation === 'CreateUser' ? 'users' : operation === 'CreateSecurityProfile' ? 'security profiles' : 'these'
  return `The Amazon Connect instance can have no more ${things}. An administrator of the AWS account can ask for a higher quota.`
}
