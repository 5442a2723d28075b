import type { Caller } from '../caller.ts'
import { LeasedTurn } from '../leased-turn.ts'

const BUSY = 'Other changes of security profiles take their time. Nothing was changed: try again in a moment.'

/**
 * Runs what may take the administrator profile from somebody. It asks for the turn (`caller.takeAdministratorTurn`) once it knows that it
 * does, and has it to its end: one at a time on an instance, on all replicas, since two who take it from the last two at the same
 * moment would both see the other one. Throws `store.unavailable`, before anything is changed, where another one takes too long.
 */
export async function inAdministratorTurn<Answer>(
  caller: Caller,
  task: (caller: Caller) => Promise<Answer>,
): Promise<Answer> {
  const turn = new LeasedTurn(caller, `administrators ${caller.instance.info.id}`, BUSY)
  try {
    return await task({ ...caller, takeAdministratorTurn: () => turn.take() })
  } finally {
    await turn.release()
  }
}
