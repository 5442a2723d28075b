import type { User } from '@patchbay/contract'
import { summaryOf, type UserSettings } from '../../connect/users/user-settings.ts'
import { Fault } from '../../http/fault.ts'
import { untilDone, type Caller } from '../caller.ts'
import { logChange } from '../log-change.ts'
import { readBack } from '../read-back.ts'
import { readUser, userAnswer } from './read-user.ts'

/** What a write is based on, and why it is made. */
export interface WriteBase {
  readonly id: string
  readonly version: string
  readonly reason?: string | undefined
}

/** One settings group's write. */
export interface UserChange {
  /** The route's verb and noun. */
  readonly operation: string
  /** The settings group in words, for a message that says it was written. */
  readonly what: string
  /** Names of the fields that differ from what stands. None: nothing is sent. */
  readonly changedFields: (current: UserSettings) => readonly string[]
  /** Throws where this change may not be made by this person or on this kind of instance. */
  readonly requireAllowed?: (changed: readonly string[]) => void
  readonly write: (current: UserSettings) => Promise<void>
}

/**
 * Every write of a person: read, compare the version, write only what differs, read again and answer what now stands.
 * Connect has no protection of its own against overwriting a colleague's change (OTH-08).
 */
export async function changeUser(caller: Caller, base: WriteBase, change: UserChange): Promise<User> {
  return await caller.instance.turns.run(`user/${base.id}`, () => changeInTurn(caller, base, change))
}

async function changeInTurn(caller: Caller, { id, version, reason }: WriteBase, change: UserChange): Promise<User> {
  const before = await readUser(caller, id)
  if (before.version !== version) throw await conflict(caller, before)
  const fields = change.changedFields(before.settings)
  if (fields.length === 0) return await userAnswer(caller, before)
  change.requireAllowed?.(fields)

  await change.write(before.settings)
  logChange(caller, { operation: change.operation, target: id, fields, reason })

  return await readBack(`${change.what} were written.`, async () => {
    const finishing = untilDone(caller)
    const after = await readUser(finishing, id)
    caller.instance.directory.ownUsers.put(summaryOf(after.settings))
    return await userAnswer(finishing, after)
  })
}

/** 409 with the person as it now stands. */
export async function conflict(caller: Caller, current: Awaited<ReturnType<typeof readUser>>): Promise<Fault> {
  const message = 'Someone else changed this person in the meantime. Compare before you save again.'
  return new Fault('CONFLICT', { current: await userAnswer(caller, current) }, { message })
}

/** The names of the members that differ. */
export function differing<Group extends object>(wanted: Group, current: Group): (keyof Group & string)[] {
  return (Object.keys(wanted) as (keyof Group & string)[]).filter((key) => wanted[key] !== current[key])
}
