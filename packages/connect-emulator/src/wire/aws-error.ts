import * as connect from '@aws-sdk/client-connect'

/** Names that no operation of the model lists, with the status AWS sends (behaviours WIRE, ERR-05, CONS-05). */
const UNMODELLED_STATUS: Record<string, number> = {
  ExpiredTokenException: 403,
  IncompleteSignatureException: 403,
  InternalFailure: 500,
  InvalidSignatureException: 403,
  InvalidToken: 400,
  MissingAuthenticationTokenException: 403,
  NotEmulated: 501,
  RequestEntityTooLargeException: 413,
  RequestExpired: 400,
  SerializationException: 400,
  ServiceUnavailable: 503,
  SignatureDoesNotMatch: 403,
  UnknownOperationException: 404,
  UnrecognizedClientException: 403,
  UnsupportedMediaTypeException: 415,
}

const statusByName = new Map(Object.entries(UNMODELLED_STATUS))
for (const schema of Object.values(connect)) {
  // A static error schema of the SDK is [-3, namespace, name, traits, …].
  if (!Array.isArray(schema) || schema[0] !== -3) continue
  const { httpError } = schema[3] as { httpError?: number }
  if (httpError !== undefined) statusByName.set(schema[2], httpError)
}

/** The HTTP status AWS sends with an error of this name; 400 for a name nobody knows. */
function statusOfError(name: string): number {
  return statusByName.get(name) ?? 400
}

/** An error as Amazon Connect answers it: a name, its status, a message, and members such as `Reason` or `ResourceType`. */
export class AwsError extends Error {
  readonly status: number
  readonly members: Record<string, unknown>

  constructor(name: string, message: string, members: Record<string, unknown> = {}) {
    super(message)
    this.name = name
    this.status = statusOfError(name)
    this.members = members
  }
}

export function invalidParameter(message: string): AwsError {
  return new AwsError('InvalidParameterException', message)
}

export function invalidRequest(message: string): AwsError {
  return new AwsError('InvalidRequestException', message)
}

export function notFound(message: string): AwsError {
  return new AwsError('ResourceNotFoundException', message)
}

export function duplicate(message: string): AwsError {
  return new AwsError('DuplicateResourceException', message)
}

/** @param type one of the eight values of the ResourceType enum, or undefined where it has none (ERR-11) */
export function inUse(message: string, type?: string, id?: string): AwsError {
  return new AwsError('ResourceInUseException', message, { ResourceType: type, ResourceId: id })
}
