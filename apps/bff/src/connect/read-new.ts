import { setTimeout as delay } from 'node:timers/promises'
import { Fault } from '../http/fault.ts'

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
