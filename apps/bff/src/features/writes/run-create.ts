import { untilDone, type Caller } from '../caller.ts'
import { readNew } from '../../connect/read-new.ts'
import { requireAllowed } from './require-allowed.ts'
import { markSent, notReadBack, withMarks, type Written } from './run-writes.ts'
import { logged, sendWrite } from './send-write.ts'
import type { Description, Subject, Write } from './write.ts'

export interface Creation {
  readonly action: string
  readonly reason: string | undefined
  readonly description: Description
  /** Its `send` answers the new id. */
  readonly write: Write
}

/** Creates a resource, written down before and after, and answers it as it stands. */
export async function runCreate<Reading extends { readonly version: string }, Answer extends object>(
  caller: Caller,
  subject: Subject<Reading, Answer>,
  { action, reason, description, write }: Creation,
): Promise<Written<Answer>> {
  requireAllowed(caller, { action, reason, writes: [write] })
  const sent = await sendWrite(caller, { action, kind: subject.kind, id: null, reason, ...description }, write)
  if (sent.error !== undefined) throw withMarks(sent.error, [sent.mark])
  const finishing = untilDone(caller)
  try {
    const created = await readNew(() => subject.read(finishing, String(sent.result)))
    await logged(finishing, async () => subject.remember(finishing, created))
    const changes = await markSent(finishing, [sent], subject.states(created))
    return { ...(await subject.answer(finishing, created)), changes }
  } catch (cause) {
    await sent.finished
    throw notReadBack([write.done], [sent.mark], cause)
  }
}
