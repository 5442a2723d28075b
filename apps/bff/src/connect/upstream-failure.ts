/** What can be told about a failed call without knowing the operation. */
export interface UpstreamFailure {
  /** The exception's name as the service or the SDK gives it. */
  readonly name: string
  readonly message: string
  /** HTTP status, or undefined where no whole answer came. */
  readonly status: number | undefined
  readonly requestId: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** No connection came about, so that nothing of the request was sent. */
  readonly wasNotSent?: boolean | undefined
  /** It was refused for our clock, and the SDK has since taken the service's time: signed anew it may pass. */
  readonly clockWasSet?: boolean | undefined
}

/** Of Node's connection errors those that come before the first byte is sent. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** How AWS refuses a request whose time is too far from its own; the SDK's list. A wrong secret has some of these names too. */
const CLOCK_REFUSALS = new Set([
  'AuthFailure',
  'InvalidSignatureException',
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
])

/** Reads an SDK error. The SDK's own classes are not asked: an exception it does not know has only a name (ERR-03). */
export function failureOf(error: unknown): UpstreamFailure {
  if (!(error instanceof Error)) {
    return { name: 'Unknown', message: '', status: undefined, requestId: undefined, retryAfterSeconds: undefined }
  }
  const {
    $metadata: metadata,
    $response: response,
    code,
  } = error as {
    $metadata?: { httpStatusCode?: number; requestId?: string; clockSkewCorrected?: boolean }
    $response?: { headers?: Record<string, string>; statusCode?: number }
    code?: unknown
  }
  const retryAfter = Number(response?.headers?.['retry-after'] ?? Number.NaN)
  return {
    name: error.name,
    message: error.message,
    status: metadata?.httpStatusCode ?? response?.statusCode,
    requestId: metadata?.requestId,
    retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter >= 0 ? retryAfter : undefined,
    wasNotSent: typeof code === 'string' && NOT_SENT.has(code),
    clockWasSet: CLOCK_REFUSALS.has(error.name) && metadata?.clockSkewCorrected === true,
  }
}

/** Quota errors of the instance: LimitExceededException comes as 429 and yet no waiting helps (ERR-08). */
export function isQuotaReached({ name }: UpstreamFailure): boolean {
  return name === 'LimitExceededException' || name === 'ServiceQuotaExceededException'
}

/** Any 429 but a quota error (ERR-06), and the same name with 400, which an older AWS page gives it (ERR-05). */
export function isThrottled(failure: UpstreamFailure): boolean {
  if (isQuotaReached(failure)) return false
  return failure.status === 429 || failure.name === 'ThrottlingException' || failure.name === 'TooManyRequestsException'
}

/** No answer to make something of: a 5xx, a broken or unreadable one, none in time, or no connection. */
export function isUnanswered({ status, name }: UpstreamFailure): boolean {
  if (name === 'CredentialsProviderError') return false
  return status === undefined || status < 400 || status >= 500
}

/** Nobody knows whether the service did what it was asked. */
export function isUncertain(failure: UpstreamFailure): boolean {
  return isUnanswered(failure) && !failure.wasNotSent
}
