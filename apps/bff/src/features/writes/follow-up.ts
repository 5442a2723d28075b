import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { ConnectDoor } from '../../connect/connect-door.ts'
import { Fault } from '../../http/fault.ts'
import type { Leases } from '../../store/leases.ts'
import type { Audit } from '../../store/audit/open-audit.ts'
import type { Confirmation } from '../../store/audit/records.ts'
import type { PendingChange } from '../../store/audit/pending-changes.ts'
import { profileSubject } from '../security-profiles/profile-subject.ts'
import { userSubject } from '../users/user-subject.ts'
import { readStates } from './run-delete.ts'
import { seenOf } from './seen.ts'
import type { FieldState, Reader } from './write.ts'

export interface FollowUpOptions {
  readonly connect: ConnectDoor
  readonly audit: Audit
  readonly leases: Leases
  readonly now: () => Date
  readonly log: Logger
  /** How often it looks which changes are due. */
  readonly everyMs: number
}

/** Looks at pending changes until each is confirmed or has failed: those that nobody saw, and those during which Patchbay was stopped. */
export interface FollowUp {
  close(): Promise<void>
}

/** Connect is eventually consistent, at times for minutes (CONS-01): until then old values say nothing. */
const SEEN_WITHIN_MS = 120_000
/** The longest that a write may still be on its way after its intent: in line for a slot, sent, tried again. */
const ON_ITS_WAY_MS = 600_000
const LOOK_AGAIN_MS = [5_000, 10_000, 20_000, 40_000, 60_000]
const AT_ONCE = 20
/** One replica follows up at a time. Longer than one read takes. */
const LEASE = 'pending-changes'
const LEASE_MS = 60_000

export function startFollowUp({ connect, audit, leases, now, log, everyMs }: FollowUpOptions): FollowUp {
  const closing = new AbortController()
  const holder = randomUUID()
  let isFirst = true

  async function look(): Promise<void> {
    if (isFirst) await audit.pending.makeAllDue()
    isFirst = false
    if ((await audit.pending.listDue(1)).length === 0) return
    if (!(await leases.take(LEASE, holder, LEASE_MS))) return
    for (const change of await audit.pending.listDue(AT_ONCE)) {
      if (closing.signal.aborted || !(await leases.take(LEASE, holder, LEASE_MS))) return
      await followUp(change)
    }
  }

  async function followUp(change: PendingChange): Promise<void> {
    const states = await findStates(change)
    const confirmation = states === 'unknown' ? undefined : verdictOf(change, states, now())
    if (confirmation) await audit.trail.confirm(change.id, { requestId: null, person: null }, confirmation)
    else await audit.pending.postpone(change.id, new Date(now().getTime() + waitOf(change)))
  }

  async function findStates(change: PendingChange): Promise<readonly FieldState[] | undefined | 'unknown'> {
    try {
      const instance = await connect.requireInstance(change.instance, { signal: closing.signal })
      const reader: Reader = { instance, now, signal: closing.signal }
      if (change.targetId === null) return undefined
      return change.kind === 'user'
        ? await readStates(reader, userSubject, change.targetId)
        : await readStates(reader, profileSubject, change.targetId)
    } catch (error) {
      // Connect does not answer, or the instance is no longer managed: it stays pending, and is looked at again.
      if (!(error instanceof Fault) && !closing.signal.aborted)
        log.error({ err: error }, 'a pending change was not read')
      return 'unknown'
    }
  }

  let running = Promise.resolve()
  const run = () => {
    running = look().catch((error: unknown) => {
      if (!closing.signal.aborted) log.error({ err: error }, 'looking at pending changes failed')
    })
  }
  run()
  const timer = setInterval(() => void running.then(run), everyMs).unref()
  return {
    async close() {
      clearInterval(timer)
      closing.abort()
      await running
      await leases.release(LEASE, holder).catch(() => undefined)
    },
  }
}

function waitOf({ tries }: PendingChange): number {
  return LOOK_AGAIN_MS[Math.min(tries, LOOK_AGAIN_MS.length - 1)] ?? 0
}

/** How the change ended by what was read now; undefined where it is too early to tell. */
function verdictOf(
  { at, outcome, fields }: Pick<PendingChange, 'at' | 'outcome' | 'fields'>,
  states: readonly FieldState[] | undefined,
  now: Date,
): Confirmation | undefined {
  const seen = seenOf(fields, states)
  if (seen === 'after') return { status: 'confirmed', how: 'follow-up', note: null }
  const age = now.getTime() - at.getTime()
  if (age < (outcome === null ? ON_ITS_WAY_MS : SEEN_WITHIN_MS)) return undefined
  return { status: 'failed', how: 'follow-up', note: NOTES[seen][outcome ?? 'uncertain'] }
}

const NOTES = {
  before: {
    uncertain: 'It was not done: the values in Amazon Connect are as before.',
    done: 'Amazon Connect accepted it, and yet the values there are as before: they were not kept, or were changed back.',
  },
  other: {
    uncertain: 'Other values stand in Amazon Connect now: it was not done, or was changed again by someone else.',
    done: 'Amazon Connect accepted it; since then other values stand there, changed again by someone else.',
  },
} as const
