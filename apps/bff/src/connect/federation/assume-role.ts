import type { Logger } from 'pino'
import { Fault } from '../../http/fault.ts'
import { beginDeadline, unlessAborted } from '../deadline.ts'
import { failureOf, isThrottled, isUnanswered, type UpstreamFailure } from '../upstream-failure.ts'

export interface AssumedRole {
  readonly roleArn: string
  /** What the session is named, and so whom Amazon Connect takes it for. */
  readonly sessionName: string
  /** What the session may do at most, whatever the role may. */
  readonly policy: object
  readonly region: string
  /** AWS_ENDPOINT_URL_STS; the SDK's own endpoint of the Region when absent. */
  readonly endpoint: string | undefined
  readonly deadlineMs: number
  readonly log: Logger
}

/** The shortest that AWS gives; one call is made with it. */
const SHORTEST_SESSION_SECONDS = 900

/** Credentials of a session of the role. Throws a Fault; what AWS said stands in the log, without a key. */
export async function assumeRole(role: AssumedRole, signal: AbortSignal | undefined) {
  const { roleArn, sessionName, policy, region, endpoint, deadlineMs, log } = role
  // Most Patchbays never need it: it is loaded by the first who does.
  const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers')
  const provide = fromTemporaryCredentials({
    params: {
      RoleArn: roleArn,
      RoleSessionName: sessionName,
      DurationSeconds: SHORTEST_SESSION_SECONDS,
      Policy: JSON.stringify(policy),
    },
    clientConfig: {
      region,
      ...(endpoint !== undefined && { endpoint }),
      requestHandler: { connectionTimeout: Math.min(deadlineMs, 5_000), requestTimeout: deadlineMs },
    },
  })
  const deadline = beginDeadline(deadlineMs, signal)
  try {
    return await unlessAborted(provide(), deadline.signal)
  } catch (error) {
    signal?.throwIfAborted()
    const failure = failureOf(error)
    const { name, status, requestId } = failure
    const said = isUnanswered(failure) && status !== undefined ? undefined : failure.message
    log.warn({ upstream: { operation: 'AssumeRole', name, status, requestId, said } }, 'AWS STS failed')
    throw faultOfSts(failure)
  } finally {
    deadline.end()
  }
}

function faultOfSts(failure: UpstreamFailure): Fault {
  const cause = new Error(`AssumeRole: ${failure.name}`)
  if (isThrottled(failure) || failure.name === 'Throttling') {
    return new Fault('connect.throttled', {}, { message: 'AWS is busy. Try again in a few seconds.', cause })
  }
  if (isUnanswered(failure)) {
    const message = 'AWS’s Security Token Service did not answer as expected. Try again.'
    return new Fault('connect.unavailable', {}, { message, cause })
  }
  const message = 'Patchbay’s AWS role is not allowed to assume the role that signs people in to Amazon Connect.'
  return new Fault('connect.access_denied', {}, { message, cause })
}
