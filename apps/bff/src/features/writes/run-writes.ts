import type { ChangeMark } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import { untilDone, type Caller } from '../caller.ts'
import { inTurn } from './in-turn.ts'
import { requireAllowed } from './require-allowed.ts'
import { seenOf } from './seen.ts'
import { confirmSent, logged, sendWrite, type SentWrite } from './send-write.ts'
import { differences, type FieldState, type Subject, type Write, type WriteBase } from './write.ts'

/** What a person asked for. */
export interface Request<Reading> {
  /** The contract's verb and noun, as in `users.updatePhone`. */
  readonly action: string
  /** The writes that it takes, in order; none where nothing differs. Throws where it may not be made. */
  readonly plan: (before: Reading) => readonly Write[]
}

export type Written<Answer> = Answer & { readonly changes: ChangeMark[] }

/**
 * Every write of a resource that is there: read, compare the version, write only what differs, each write written down before and
 * after, stop at the first that fails, read again, and answer what now stands. Connect has no protection of its own against overwriting
 * a colleague's change (OTH-08).
 */
export async function runWrites<Reading extends { readonly version: string }, Answer extends object>(
  caller: Caller,
  subject: Subject<Reading, Answer>,
  base: WriteBase,
  request: Request<Reading>,
): Promise<Written<Answer>> {
  return await inTurn(caller, subject, base.id, () => runInTurn(caller, subject, base, request))
}

async function runInTurn<Reading extends { readonly version: string }, Answer extends object>(
  caller: Caller,
  subject: Subject<Reading, Answer>,
  base: WriteBase,
  { action, plan }: Request<Reading>,
): Promise<Written<Answer>> {
  const before = await requireUnchanged(caller, subject, base)
  const writes = plan(before)
  if (writes.length === 0) return { ...(await subject.answer(caller, before)), changes: [] }
  requireAllowed(caller, { action, reason: base.reason, writes })
  await subject.requireWritable(
    caller,
    before,
    writes.flatMap(({ fields }) => fields),
  )

  const finishing = untilDone(caller)
  const description = await subject.describe(finishing, before)
  const context = { action, kind: subject.kind, id: base.id, reason: base.reason, ...description }
  const sent: SentWrite[] = []
  for (const write of writes) {
    try {
      sent.push(await sendWrite(caller, context, write))
    } catch (error) {
      // Not even written down, so not sent: the store went away. What was done before stands.
      if (sent.length === 0) throw error
      const mark = { id: '', status: 'failed' } as const
      sent.push({ write, mark, outcome: 'refused', error, result: undefined, finished: Promise.resolve() })
    }
    const last = sent.at(-1)
    if (last?.outcome === 'done') continue
    // An answer that was lost is no failure where the new values can be read.
    if (last?.outcome === 'uncertain' && (await isSeen(finishing, subject, base.id, last))) continue
    throw await failure(finishing, subject, base.id, sent, writes, before)
  }
  return await readBack(finishing, subject, base.id, sent, before)
}

/** The resource as it stands now. Throws CONFLICT with it where it is not what the write is based on. */
export async function requireUnchanged<Reading extends { readonly version: string }, Answer extends object>(
  caller: Caller,
  subject: Subject<Reading, Answer>,
  { id, version }: WriteBase,
): Promise<Reading> {
  const current = await subject.read(caller, id)
  subject.requireVisible(caller, current)
  if (current.version === version) return current
  const message = `Someone else changed this ${subject.word} in the meantime. Compare before you save again.`
  throw new Fault('CONFLICT', { current: await subject.answer(caller, current) }, { message })
}

async function isSeen<Reading extends { readonly version: string }, Answer extends object>(
  caller: Caller,
  subject: Subject<Reading, Answer>,
  id: string,
  { write }: SentWrite,
): Promise<boolean> {
  try {
    return seenOf(write.fields, subject.states(await subject.read(caller, id))) === 'after'
  } catch {
    return false
  }
}

/** Marks each write by what was read; what is not seen yet stays pending, and the follow-up looks again. */
export async function markSent(
  caller: Caller,
  sent: readonly SentWrite[],
  states: readonly FieldState[] | undefined,
  before: readonly FieldState[] = [],
): Promise<ChangeMark[]> {
  const marks: ChangeMark[] = []
  await Promise.all(sent.map(({ finished }) => finished))
  for (const one of sent) {
    const isConfirmed = one.mark.status === 'pending' && seenOf(one.write.fields, states) === 'after'
    if (one.mark.id !== '')
      marks.push(isConfirmed ? await confirmSent(caller, one, alsoChangedBy(one, before, states ?? [])) : one.mark)
  }
  return marks
}

function alsoChangedBy({ write }: SentWrite, before: readonly FieldState[], after: readonly FieldState[]) {
  return differences(before, after).filter(({ field }) => field === write.alsoSets)
}

async function readBack<Reading extends { readonly version: string }, Answer extends object>(
  caller: Caller,
  subject: Subject<Reading, Answer>,
  id: string,
  sent: readonly SentWrite[],
  before: Reading,
): Promise<Written<Answer>> {
  try {
    const after = await subject.read(caller, id)
    await logged(caller, async () => subject.remember(caller, after))
    const changes = await markSent(caller, sent, subject.states(after), subject.states(before))
    return { ...(await subject.answer(caller, after)), changes }
  } catch (cause) {
    await Promise.all(sent.map(({ finished }) => finished))
    throw notReadBack(
      sent.map(({ write }) => write.done),
      sent.map(({ mark }) => mark),
      cause,
    )
  }
}

/** A failure to read back must not look like a failed write: people would do it again. */
export function notReadBack(done: readonly string[], changes: ChangeMark[], cause: unknown): Fault {
  const isOurs = cause instanceof Fault && cause.code === 'store.unavailable'
  const why = isOurs
    ? 'Patchbay’s own store failed after that, so this is still being confirmed'
    : 'Reading it back from Amazon Connect failed'
  const message = `${done.join(' ')} ${why}: reload to see how it now stands.`
  const notDone = ['Reading it back from Amazon Connect.']
  return new Fault('change.partly_done', { done: [...done], notDone, current: null, changes }, { message, cause })
}

/** Says what was done and what was not, with the resource as it now stands where that can be read. */
async function failure<Reading extends { readonly version: string }, Answer extends object>(
  caller: Caller,
  subject: Subject<Reading, Answer>,
  id: string,
  sent: readonly SentWrite[],
  writes: readonly Write[],
  before: Reading,
): Promise<unknown> {
  const { error: cause, outcome } = sent.at(-1) ?? {}
  await Promise.all(sent.map(({ finished }) => finished))
  const isUncertain = outcome === 'uncertain'
  // Nothing was done: what went wrong says it all. Of one that may have been done it has to say what else was not.
  if (sent.length === 1 && !(isUncertain && writes.length > 1)) return withMarks(cause, marksOf(sent))
  const after = await subject.read(caller, id).catch(() => undefined)
  if (after) await logged(caller, async () => subject.remember(caller, after))
  const changes = after ? await markSent(caller, sent, subject.states(after), subject.states(before)) : marksOf(sent)
  const done = writes.slice(0, sent.length - 1).map((write) => write.done)
  const notDone = writes
    .slice(sent.length - 1)
    .map((write, at) => (at === 0 && isUncertain ? maybeDone(write) : write.done.replace(/ (was|were) /, ' $1 not ')))
  const why = cause instanceof Fault ? cause.message : ''
  const message = [...done, ...notDone, why].filter((sentence) => sentence !== '').join(' ')
  const current = after ? await subject.answer(caller, after).catch(() => null) : null
  return new Fault('change.partly_done', { done, notDone, current, changes }, { message, cause })
}

const maybeDone = ({ done }: Write) => done.replace(/ (?:was|were) (.*)\.$/, ' may have been $1 or not.')

const marksOf = (sent: readonly SentWrite[]) => sent.map(({ mark }) => mark).filter(({ id }) => id !== '')

/** The same error, which leads to the changes that were begun. */
export function withMarks(error: unknown, changes: ChangeMark[]): unknown {
  if (!(error instanceof Fault)) return error
  return new Fault(error.code, { ...error.data, changes }, { message: error.message, cause: error.cause })
}
