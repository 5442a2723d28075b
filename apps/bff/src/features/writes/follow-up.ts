import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { ConnectDoor, ConnectInstance } from '../../connect/connect-door.ts'
import { findSecurityProfileByName } from '../../connect/security-profiles/list-security-profiles.ts'
import { findUserByUsername } from '../../connect/users/find-user.ts'
import { Fault } from '../../http/fault.ts'
import type { Leases } from '../../store/leases.ts'
import type { PresetStore } from '../../store/presets.ts'
import type { Audit } from '../../store/audit/open-audit.ts'
import type { Confirmation } from '../../store/audit/records.ts'
import type { PendingChange } from '../../store/audit/pending-changes.ts'
import { presetsSubject } from '../presets/presets-subject.ts'
import { profileSubject } from '../security-profiles/profile-subject.ts'
import { notificationsSubject } from '../users/notifications-subject.ts'
import { proficienciesSubject } from '../users/proficiencies-subject.ts'
import { statusSubject } from '../users/status-subject.ts'
import { userSubject } from '../users/user-subject.ts'
import { workspacesSubject } from '../users/workspaces-subject.ts'
import { readStates } from './run-delete.ts'
import { seenOf } from './seen.ts'
import { LEAVES_WITHIN_MS } from './send-write.ts'
import type { FieldState, Reader } from './write.ts'

export interface FollowUpOptions {
  readonly connect: ConnectDoor
  readonly audit: Audit
  readonly leases: Leases
  readonly presets: PresetStore
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
/** The longest that a write may be on its way after its intent: in line, then sent and tried again; and clocks of replicas differ. */
const ON_ITS_WAY_MS = LEAVES_WITHIN_MS + 300_000
const LOOK_AGAIN_MS = [5_000, 10_000, 20_000, 40_000, 60_000]
const AT_ONCE = 20
/** One replica follows up at a time, to save calls: two who judge the same change write one end. So short that a killed one is not waited for. */
const LEASE = 'pending-changes'
const LEASE_MS = 10_000

export function startFollowUp({ connect, audit, leases, presets, now, log, everyMs }: FollowUpOptions): FollowUp {
  const closing = new AbortController()
  const holder = randomUUID()
  let isFirst = true

  async function look(): Promise<void> {
    if (isFirst) await audit.pending.makeAllDue()
    isFirst = false
    if ((await audit.pending.listDue(1)).length === 0) return
    if (!(await leases.take(LEASE, holder, LEASE_MS))) return
    try {
      for (const change of await audit.pending.listDue(AT_ONCE)) {
        if (closing.signal.aborted || !(await leases.take(LEASE, holder, LEASE_MS))) return
        await followUp(change)
      }
    } finally {
      await leases.release(LEASE, holder)
    }
  }

  async function followUp(change: PendingChange): Promise<void> {
    const found = await find(change)
    const confirmation = found === 'unknown' ? undefined : verdictOf(change, found, now())
    if (confirmation) await audit.trail.confirm(change.id, { requestId: null, person: null }, confirmation)
    else await audit.pending.postpone(change.id, new Date(now().getTime() + waitOf(change)))
  }

  async function find(change: PendingChange): Promise<Found | 'unknown'> {
    try {
      const instance = await connect.requireInstance(change.instance, { signal: closing.signal })
      const id = change.targetId ?? (await findCreated(instance, change, isOverdue(change, now())))
      if (id === undefined) return { id, states: undefined }
      const reader: Reader = { instance, now, signal: closing.signal }
      const states = await readStatesOf(reader, presets, change, id)
      return states === 'unknown' ? 'unknown' : { id, states }
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

interface Found {
  readonly id: string | undefined
  readonly states: readonly FieldState[] | undefined
}

async function readStatesOf(reader: Reader, presets: PresetStore, { kind, fields }: PendingChange, id: string) {
  if (kind === 'security-profile') return await readStates(reader, profileSubject, id)
  if (kind === 'presets') return await readStates(reader, presetsSubject(presets), id)
  const changed = new Set(fields.map(({ field }) => field))
  if (changed.has('proficiencies')) return await readStates(reader, proficienciesSubject, id)
  const notification = fields.find(({ field }) => field === 'notifications')?.key
  if (typeof notification === 'string') return await readStates(reader, notificationsSubject(notification), id)
  if (changed.has('workspaces')) return await readStates(reader, workspacesSubject, id)
  if (changed.has('agentStatus') || changed.has('contacts')) return await readStates(reader, statusSubject, id)
  return await readStates(reader, userSubject, id)
}

/** The id of what was to be created, by its name; before it is judged as never made, the whole list is read, since the search lags. */
async function findCreated(
  instance: ConnectInstance,
  { kind, fields }: PendingChange,
  isLastLook: boolean,
): Promise<string | undefined> {
  const name = String(fields.find(({ field }) => field === (kind === 'user' ? 'username' : 'name'))?.after)
  return kind === 'user'
    ? await findUserByUsername(instance, name, isLastLook ? 'thoroughly' : 'quickly')
    : await findSecurityProfileByName(instance, name)
}

/** From now on old values say that it was not done. */
function isOverdue({ lastRecordAt, outcome }: PendingChange, now: Date): boolean {
  return now.getTime() - lastRecordAt.getTime() >= (outcome === null ? ON_ITS_WAY_MS : SEEN_WITHIN_MS)
}

/** How the change ended by what was read now; undefined where it is too early to tell. */
function verdictOf(change: PendingChange, { id, states }: Found, now: Date): Confirmation | undefined {
  const { targetId, outcome, fields } = change
  const seen = seenOf(fields, states)
  const found = targetId === null && id !== undefined ? { targetId: id } : {}
  if (seen === 'after') return { status: 'confirmed', how: 'follow-up', note: null, alsoChanged: null, ...found }
  if (!isOverdue(change, now)) return undefined
  return { status: 'failed', how: 'follow-up', note: NOTES[seen][outcome ?? 'uncertain'], alsoChanged: null }
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
