import { setTimeout as delay } from 'node:timers/promises'
import { Fault } from '../http/fault.ts'

/**
 * Reads what a write left behind. A failure here must not look like a failed write: people would do it again.
 * @param done what was done, as a sentence
 */
export async function readBack<Answer>(done: string, read: () => Promise<Answer>): Promise<Answer> {
  try {
    return await read()
  } catch (cause) {
    const message = `${done} Reading it back from Amazon Connect failed: reload to see how it now stands.`
    const notDone = ['Reading it back from Amazon Connect.']
    throw new Fault('change.partly_done', { done: [done], notDone, current: null }, { message, cause })
  }
}

/** Right after a create, a describe may not know the new one yet, or refuse it (CONS-01). */
const NEW_READ_DELAYS_MS = [200, 600, 1_500]

/** Reads what was just created, patiently. Throws what the last try threw. */
export async function readNew<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  for (const milliseconds of NEW_READ_DELAYS_MS) {
    try {
      return await read()
    } catch (error) {
      const mayBeTooEarly = error instanceof Fault && (error.code === 'NOT_FOUND' || error.code === 'connect.refused')
      if (!mayBeTooEarly) throw error
      await delay(milliseconds)
    }
  }
  return await read()
}
