import type { ChangeMark } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import { untilDone, type Caller } from '../caller.ts'
import { inTurn } from './in-turn.ts'
import { requireAllowed } from './require-allowed.ts'
import { markSent, requireUnchanged, withMarks } from './run-writes.ts'
import { sendWrite } from './send-write.ts'
import type { FieldState, Reader, Subject, Write, WriteBase } from './write.ts'

/** Deletes a resource for good, and only as it was looked at; written down before, with all that is lost, and after. */
export async function runDelete<Reading extends { readonly version: string }, Answer extends object>(
  caller: Caller,
  subject: Subject<Reading, Answer>,
  base: WriteBase,
  { action, ...write }: Omit<Write, 'fields'> & { readonly action: string },
): Promise<{ id: string; changes: ChangeMark[] }> {
  const { id, reason } = base
  return await inTurn(caller, subject, id, async () => {
    const before = await requireUnchanged(caller, subject, base)
    const fields = subject
      .states(before)
      .filter(({ value }) => value !== null)
      .map(({ field, key, value }) => ({ field, key, before: value, after: null }))
    requireAllowed(caller, { action, reason, writes: [{ ...write, fields }] })
    await subject.requireDeletable(caller, before)

    const finishing = untilDone(caller)
    const description = await subject.describe(finishing, before)
    const sent = await sendWrite(
      finishing,
      { action, kind: subject.kind, id, reason, ...description },
      { ...write, fields },
    )
    if (sent.outcome === 'refused') throw withMarks(sent.error, [sent.mark])
    const states = await readStates(finishing, subject, id)
    await sent.finished
    const changes = states === 'unknown' ? [sent.mark] : await markSent(finishing, [sent], states)
    const isGone = changes[0]?.status === 'confirmed'
    if (sent.error !== undefined && !isGone) throw withMarks(sent.error, changes)
    return { id, changes }
  })
}

/** Undefined: there is no such resource. */
export async function readStates<Reading extends { readonly version: string }, Answer extends object>(
  reader: Reader,
  subject: Subject<Reading, Answer>,
  id: string,
): Promise<readonly FieldState[] | undefined | 'unknown'> {
  try {
    return subject.states(await subject.read(reader, id))
  } catch (error) {
    return error instanceof Fault && error.code === 'NOT_FOUND' ? undefined : 'unknown'
  }
}
