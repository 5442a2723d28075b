import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'

/** So long may one who took the turn say nothing: who was killed is not waited for any longer. It is taken anew in time. */
const LEASE_MS = 30_000
const LOOK_AGAIN_MS = 50
/** Somebody waits for the answer. */
const WAIT_MS = 20_000

/**
 * Runs what may take the administrator profile from somebody. It asks for the turn (`caller.takeAdministratorTurn`) once it knows that it
 * does, and has it to its end: one at a time on an instance, on all replicas, since two who take it from the last two at the same
 * moment would both see the other one. Throws `store.unavailable`, before anything is changed, where another one takes too long.
 */
export async function inAdministratorTurn<Answer>(
  caller: Caller,
  task: (caller: Caller) => Promise<Answer>,
): Promise<Answer> {
  const { instance, leases, log } = caller
  const name = `administrators ${instance.info.id}`
  const holder = randomUUID()
  const take = () => leases.take(name, holder, LEASE_MS)
  const failed = (error: unknown) => log.error({ err: error }, 'the turn of administrators could not be kept')
  let keeping: NodeJS.Timeout | undefined
  async function takeAdministratorTurn(): Promise<void> {
    await waitFor(take, caller.signal)
    keeping ??= setInterval(() => void take().catch(failed), LEASE_MS / 3)
  }
  try {
    return await task({ ...caller, takeAdministratorTurn })
  } finally {
    clearInterval(keeping)
    // What was done stands; a lease that cannot be given back ends by itself.
    if (keeping !== undefined) await leases.release(name, holder).catch(failed)
  }
}

async function waitFor(take: () => Promise<boolean>, signal: AbortSignal | undefined): Promise<void> {
  const until = performance.now() + WAIT_MS
  while (!(await take())) {
    if (performance.now() > until) {
      const message = 'Other changes of security profiles take their time. Nothing was changed: try again in a moment.'
      throw new Fault('store.unavailable', { retryAfterSeconds: 5 }, { message })
    }
    await delay(LOOK_AGAIN_MS, undefined, { signal })
  }
}
