import { requireVisible } from '../access/require-person.ts'
import type { Caller } from '../caller.ts'
import { readUser } from './read-user.ts'

/** Before more is asked about somebody: whoever is out of scope takes no more calls than whoever is not there. Throws NOT_FOUND for both. */
export async function requireVisibleUser(caller: Caller, id: string): Promise<void> {
  requireVisible(caller, (await readUser(caller, id)).settings)
}
