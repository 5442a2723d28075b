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
