import { setTimeout as delay } from 'node:timers/promises'
import type { ConnectClient } from '@aws-sdk/client-connect'
import { errors } from '@patchbay/contract'
import type { Logger } from 'pino'
import { Fault } from '../http/fault.ts'
import type { CallSlots } from './call-slots.ts'
import { Circuit, type CallEnd } from './circuit.ts'
import { beginDeadline, unlessAborted, type Deadline } from './deadline.ts'
import { faultOf, outcomeUnknown, refusedWhileDown, waitedTooLong } from './error-table.ts'
import { operations, type OperationName } from './operations.ts'
import { ownShareOf, quotaOf, type CallQuotas } from './quota-table.ts'
import { failureOf, isThrottled, isUnanswered, isUncertain, type UpstreamFailure } from './upstream-failure.ts'
import { WaitingLine, type Priority } from './waiting-line.ts'

/** What the caller of an upstream call decides: leaving (the browser closed the request) stops the call and its waiting. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** Told of each call that really left, once it was answered or given up: the audit trail keeps them. */
  readonly onAttempt?: ((attempt: Attempt) => void) | undefined
  /** What has not left by then does not leave: it ends as `connect.throttled`. Whoever judges by reading relies on it. */
  readonly leaveBy?: Date | undefined
  /** Who stands in line: someone at a screen (the default), or work that nobody waits for. */
  readonly priority?: Priority | undefined
}

/** Of a write: one that was begun is not stopped when the browser leaves, so none takes its signal. */
export type WriteOptions = Pick<CallOptions, 'onAttempt' | 'leaveBy'>

/** One call that was sent. Null: no answer came. */
export interface Attempt {
  readonly status: number | null
  /** Amazon Connect's own id of the call. */
  readonly requestId: string | null
}

interface SendOptions {
  readonly abortSignal: AbortSignal
}

type Send<Output> = (client: ConnectClient, options: SendOptions) => Promise<Output>

/** Every call to Connect goes through this: a slot of its operation's bucket, a deadline, retries, and a Fault at the end. */
export interface Upstream {
  readonly now: () => Date
  /** Whether Connect answers at all. */
  readonly circuit: Pick<Circuit, 'state' | 'refuses'>
  call<Output>(operation: OperationName, send: Send<Output>, options?: CallOptions): Promise<Output>
  /** Nothing leaves any more, and who stands in line is told so. What was sent may still be answered. */
  close(): void
}

export interface UpstreamOptions {
  readonly client: ConnectClient
  readonly now: () => Date
  readonly log: Logger
  readonly pace: 'aws' | 'off'
  readonly slots: CallSlots
  readonly quotas?: CallQuotas | undefined
  readonly deadlineOf: (operation: OperationName) => number
}

/** As many as the SDK would make. They are made here because each one has to take a slot of its own. */
const MAX_ATTEMPTS = 3
const FIRST_RETRY_DELAY_MS = 100
const LONGEST_TIMER_MS = 2 ** 31 - 1

export function createUpstream(given: UpstreamOptions): Upstream {
  const { client, now, log, pace, slots, quotas, deadlineOf } = given
  const lines = new Map<OperationName, WaitingLine>()
  const closing = new AbortController()
  const circuit = new Circuit({ now, log })

  function lineOf(operation: OperationName): WaitingLine {
    let line = lines.get(operation)
    if (!line) {
      const share = ownShareOf(quotaOf(operation, quotas))
      lines.set(operation, (line = new WaitingLine(() => slots.tryTake(operation, share), share.ratePerSecond)))
    }
    return line
  }

  async function takeSlot(operation: OperationName, options: CallOptions): Promise<void> {
    await waitInLine(operation, options)
    if (options.leaveBy && now() > options.leaveBy) throw waitedTooLong()
  }

  async function waitInLine(operation: OperationName, { signal, priority }: CallOptions): Promise<void> {
    closing.signal.throwIfAborted()
    requireAnswering(operation)
    if (pace === 'off') return
    const opening = circuit.opening
    const leaving = AbortSignal.any([closing.signal, opening, ...(signal ? [signal] : [])])
    try {
      await lineOf(operation).take({ signal: leaving, priority })
    } catch (error) {
      if (error === opening.reason) requireAnswering(operation)
      throw error
    }
  }

  function requireAnswering(operation: OperationName): void {
    if (circuit.refuses) throw refusedWhileDown(operation, circuit.state.retryAfterSeconds)
  }

  async function attempt<Output>(operation: OperationName, send: Send<Output>, deadline: Deadline): Promise<Output> {
    const end = circuit.findPass(operation)
    if (!end) throw refusedWhileDown(operation, circuit.state.retryAfterSeconds)
    const { signal } = deadline
    try {
      // The SDK lets go of the signal once the headers are there; a body that stalls would then wait for ever.
      const output = await unlessAborted(send(client, { abortSignal: signal }), signal)
      end('answered')
      return output
    } catch (error) {
      end(signal.aborted && !deadline.hasPassed() ? 'left' : endOf(failureOf(error)))
      throw error
    }
  }

  return {
    now,
    circuit,
    close: () => closing.abort(new Fault('connect.unavailable', {}, { message: 'Patchbay is shutting down.' })),
    async call(operation, send, options = {}) {
      const { signal, priority, leaveBy, onAttempt } = options
      await takeSlot(operation, options)
      // The deadline starts with the first slot: waiting in our own line is not Connect's fault.
      const deadline = beginDeadline(deadlineOf(operation), signal)
      let mayBeDone = false
      try {
        for (let count = 1; ; count += 1) {
          try {
            const output = await attempt(operation, send, deadline)
            onAttempt?.(attemptOf(output))
            return output
          } catch (error) {
            if (error instanceof Fault) throw mayBeDone ? outcomeUnknown(operation, error) : error
            const failure = failureOf(error)
            if (wasSent(failure)) onAttempt?.({ status: failure.status ?? null, requestId: failure.requestId ?? null })
            if (signal?.aborted) throw signal.reason
            const fault = faultOf(failure, operation)
            logFailure(log, operation, count, failure, fault)
            mayBeDone ||= operations[operation].effect !== 'read' && isUncertain(failure)
            const isLast = count === MAX_ATTEMPTS || deadline.hasPassed() || !mayTryAgain(operation, failure)
            const takeAnother = () => takeSlot(operation, { signal: deadline.signal, priority, leaveBy })
            if (!isLast && (await waitBeforeRetry(count, failure, deadline.signal, takeAnother))) continue
            signal?.throwIfAborted()
            throw mayBeDone && !settlesOutcome(fault) ? outcomeUnknown(operation, fault) : fault
          }
        }
      } finally {
        deadline.end()
      }
    },
  }
}

function attemptOf(output: unknown): Attempt {
  const { $metadata: metadata } = output as { $metadata?: { httpStatusCode?: number; requestId?: string } }
  return { status: metadata?.httpStatusCode ?? null, requestId: metadata?.requestId ?? null }
}

/** Without credentials nothing leaves, nor without a connection. */
const wasSent = ({ name, wasNotSent }: UpstreamFailure) => name !== 'CredentialsProviderError' && !wasNotSent

/** A throttle is an answer: somebody is there. */
function endOf(failure: UpstreamFailure): CallEnd {
  if (!isUnanswered(failure)) return failure.name === 'CredentialsProviderError' ? 'left' : 'answered'
  return failure.status === undefined ? 'no answer' : 'broken'
}

/** What is refused on a second try would have been refused on the first one too. A throttle says nothing of the first. */
function settlesOutcome({ code }: Fault): boolean {
  return code === 'connect.refused' || code === 'connect.in_use' || code === 'NOT_FOUND'
}

function mayTryAgain(operation: OperationName, failure: UpstreamFailure): boolean {
  if (isThrottled(failure) || failure.clockWasSet === true) return true
  return isUnanswered(failure) && (operations[operation].effect !== 'once' || failure.wasNotSent === true)
}

/** Waits with jitter and takes the next slot. False where the deadline came, or the caller left, first. */
async function waitBeforeRetry(
  attempt: number,
  { retryAfterSeconds }: UpstreamFailure,
  signal: AbortSignal,
  takeSlot: () => Promise<void>,
): Promise<boolean> {
  const longest = FIRST_RETRY_DELAY_MS * 2 ** attempt
  const milliseconds = retryAfterSeconds === undefined ? longest * (0.5 + Math.random() / 2) : retryAfterSeconds * 1000
  try {
    // A timer that is told to wait for longer than it can count (24 days) does not wait at all.
    await delay(Math.min(milliseconds, LONGEST_TIMER_MS), undefined, { signal })
    await takeSlot()
    return true
  } catch {
    return false
  }
}

/**
 * The service's own words may repeat what was sent (a password), and the parser's what was answered (a person). They are
 * kept only of an IAM refusal and of a connection that failed.
 */
function logFailure(log: Logger, operation: string, attempt: number, failure: UpstreamFailure, fault: Fault): void {
  const { name, status, requestId } = failure
  const isConnectionFailure = status === undefined && name !== 'SyntaxError'
  const said = fault.code === 'connect.access_denied' || isConnectionFailure ? failure.message : undefined
  // What Connect refuses because of the request itself (an unknown id, a taken name) is everyday work.
  log[errors[fault.code].status < 500 ? 'info' : 'warn'](
    { upstream: { operation, attempt, name, status, requestId, said, code: fault.code } },
    'Amazon Connect failed',
  )
}
