import { setTimeout as delay } from 'node:timers/promises'
import type { ConnectClient } from '@aws-sdk/client-connect'
import { errors } from '@patchbay/contract'
import type { Logger } from 'pino'
import { Fault } from '../http/fault.ts'
import type { CallSlots } from './call-slots.ts'
import { beginDeadline, unlessAborted } from './deadline.ts'
import { faultOf } from './error-table.ts'
import { operations, type OperationName } from './operations.ts'
import { ownShareOf, quotaOf, type CallQuotas } from './quota-table.ts'
import { failureOf, isThrottled, isUncertain, type UpstreamFailure } from './upstream-failure.ts'
import { WaitingLine, type Priority } from './waiting-line.ts'

/** What the caller of an upstream call decides: leaving (the browser closed the request) stops the call and its waiting. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** Told of each call that really left, once it was answered or given up: the audit trail keeps them. */
  readonly onAttempt?: ((attempt: Attempt) => void) | undefined
  /** Who stands in line: someone at a screen (the default), or work that nobody waits for. */
  readonly priority?: Priority | undefined
}

/** Of a write: one that was begun is not stopped when the browser leaves, so none takes its signal. */
export type WriteOptions = Pick<CallOptions, 'onAttempt'>

/** One call that was sent. Null: no answer came. */
export interface Attempt {
  readonly status: number | null
  /** Amazon Connect's own id of the call. */
  readonly requestId: string | null
}

interface SendOptions {
  readonly abortSignal: AbortSignal
}

/** Every call to Connect goes through this: a slot of its operation's bucket, a deadline, retries, and a Fault at the end. */
export interface Upstream {
  readonly now: () => Date
  call<Output>(
    operation: OperationName,
    send: (client: ConnectClient, options: SendOptions) => Promise<Output>,
    options?: CallOptions,
  ): Promise<Output>
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
  readonly deadlineMs: number
}

/** As many as the SDK would make. They are made here because each one has to take a slot of its own. */
const MAX_ATTEMPTS = 3
const FIRST_RETRY_DELAY_MS = 100
const LONGEST_TIMER_MS = 2 ** 31 - 1

export function createUpstream(options: UpstreamOptions): Upstream {
  const { client, now, log, pace, slots, quotas, deadlineMs } = options
  const lines = new Map<OperationName, WaitingLine>()
  const closing = new AbortController()

  function lineOf(operation: OperationName): WaitingLine {
    let line = lines.get(operation)
    if (!line) {
      const share = ownShareOf(quotaOf(operation, quotas))
      lines.set(operation, (line = new WaitingLine(() => slots.tryTake(operation, share))))
    }
    return line
  }

  async function takeSlot(operation: OperationName, { signal, priority }: CallOptions): Promise<void> {
    closing.signal.throwIfAborted()
    if (pace === 'off') return
    const leaving = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
    await lineOf(operation).take({ signal: leaving, priority })
  }

  return {
    now,
    close: () => closing.abort(new Fault('connect.unavailable', {}, { message: 'Patchbay is shutting down.' })),
    async call(operation, send, { signal, priority, onAttempt } = {}) {
      await takeSlot(operation, { signal, priority })
      // The deadline starts with the first slot: waiting in our own line is not Connect's fault.
      const deadline = beginDeadline(deadlineMs, signal)
      try {
        for (let attempt = 1; ; attempt += 1) {
          try {
            // The SDK lets go of the signal once the headers are there; a body that stalls would then wait for ever.
            const output = await unlessAborted(send(client, { abortSignal: deadline.signal }), deadline.signal)
            onAttempt?.(attemptOf(output))
            return output
          } catch (error) {
            if (signal?.aborted) throw signal.reason
            const failure = failureOf(error)
            if (wasSent(failure)) onAttempt?.({ status: failure.status ?? null, requestId: failure.requestId ?? null })
            const fault = faultOf(failure, operation)
            logFailure(log, operation, attempt, failure, fault)
            if (attempt === MAX_ATTEMPTS || deadline.hasPassed() || !mayTryAgain(operation, failure)) throw fault
            const takeAnother = () => takeSlot(operation, { signal: deadline.signal, priority })
            if (await waitBeforeRetry(attempt, failure, deadline.signal, takeAnother)) continue
            signal?.throwIfAborted()
            throw fault
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

/** Without credentials nothing leaves. */
const wasSent = ({ name }: UpstreamFailure) => name !== 'CredentialsProviderError'

function mayTryAgain(operation: OperationName, failure: UpstreamFailure): boolean {
  if (!wasSent(failure)) return false
  if (isThrottled(failure)) return true
  return isUncertain(failure) && operations[operation].effect !== 'once'
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
