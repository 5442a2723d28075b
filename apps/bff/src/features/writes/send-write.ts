import type { ChangeMark, FieldChange } from '@patchbay/contract'
import type { Attempt } from '../../connect/upstream.ts'
import { Fault } from '../../http/fault.ts'
import type { Confirmation, Intent, Outcome } from '../../store/audit/records.ts'
import type { Caller } from '../caller.ts'
import type { Description, Write } from './write.ts'

/** A write that is still in line so long after its intent is not sent: once the follow-up has judged it, it must not happen. */
export const LEAVES_WITHIN_MS = 300_000

/** What became of one write. `mark.status` is `pending` until it has been read back. */
export interface SentWrite {
  readonly write: Pick<Write, 'done' | 'fields' | 'alsoSets'>
  readonly mark: ChangeMark
  readonly outcome: Outcome['outcome']
  /** Why it was not done, or not surely. */
  readonly error: unknown
  readonly result: unknown
  /** Resolves when the outcome is on the disk; never rejects. Nothing is answered before. */
  readonly finished: Promise<unknown>
}

export interface WriteContext extends Description {
  readonly action: string
  readonly kind: Intent['target']['kind']
  readonly id: string | null
  readonly reason: string | undefined
}

/**
 * Writes down the intent, sends, writes down the outcome. Throws only where the intent could not be written down: then nothing was
 * sent. From there on whatever happens is in what it answers.
 */
export async function sendWrite(caller: Caller, context: WriteContext, write: Write): Promise<SentWrite> {
  const { instance, audit } = caller
  const { action, kind, id, name, groups, names, reason } = context
  const leaveBy = new Date(caller.now().getTime() + LEAVES_WITHIN_MS)
  const change = await audit.begin({
    ...askingOf(caller),
    action,
    operation: write.operation,
    instance: { alias: instance.info.alias, id: instance.info.id },
    target: { kind, id, name },
    groups,
    fields: write.fields,
    names: namesIn(names, write.fields, groups),
    reason: reason === undefined || reason === '' ? null : reason,
  })
  const attempts: Attempt[] = []
  let [result, error]: [unknown, unknown] = [undefined, undefined]
  let outcome: Outcome['outcome'] = 'done'
  try {
    result = await write.send({ leaveBy, onAttempt: (attempt) => void attempts.push(attempt) })
  } catch (cause) {
    error = cause
    outcome = attempts.some(isUncertain) ? 'uncertain' : 'refused'
  }
  const code = error === undefined ? null : error instanceof Fault ? error.code : 'INTERNAL_SERVER_ERROR'
  const targetId = id === null && typeof result === 'string' ? result : null
  // What was sent cannot be taken back. Without its outcome the change stays pending, and the follow-up reads how it ended.
  // It is written while the resource is already being read back.
  const finished = logged(caller, () => audit.finish(change, askingOf(caller), { outcome, attempts, code, targetId }))
  if (outcome !== 'done') await finished
  const status = outcome === 'refused' ? 'failed' : 'pending'
  return { write, mark: { id: change, status }, outcome, error, result, finished }
}

/** Writes down that the new values were read; the mark as it then stands. */
export async function confirmSent(
  caller: Caller,
  { mark, finished }: SentWrite,
  alsoChanged: readonly FieldChange[],
): Promise<ChangeMark> {
  await finished
  const confirmation: Confirmation = { status: 'confirmed', how: 'read-back', note: null, alsoChanged }
  const isDone = await logged(caller, () => caller.audit.confirm(mark.id, askingOf(caller), confirmation))
  return isDone ? { ...mark, status: 'confirmed' } : mark
}

/** After a change was sent a store that fails is no reason to call it failed. False: it could not be written. */
export async function logged(caller: Caller, write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    caller.log.error({ err: error, requestId: caller.requestId }, 'the store could not be written after a change')
    return false
  }
}

function askingOf({ signedIn: { person, roles }, requestId }: Pick<Caller, 'signedIn' | 'requestId'>) {
  return { requestId, person: { id: person.id, name: person.name, roles: [...roles] } }
}

/** After this call nobody knows whether Connect did it: a 5xx, a broken answer, none at all. */
function isUncertain({ status }: Attempt): boolean {
  return status === null || status < 400 || status >= 500
}

/** Of all names those that the record needs. */
function namesIn(
  names: Description['names'],
  fields: readonly FieldChange[],
  groups: readonly string[],
): Record<string, string> {
  const ids = new Set([...groups, ...fields.flatMap(({ key, before, after }) => [key, before, after].flat())])
  return Object.fromEntries(Object.entries(names).filter(([id]) => ids.has(id)))
}
