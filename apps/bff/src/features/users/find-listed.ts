import type { UserRow } from '@patchbay/contract'
import type { ReadingState } from '../../connect/directory/directory.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'

/** One person as the directory knows them, without asking Connect. Throws NOT_FOUND for who is out of scope too. */
export async function findListed(
  { access, instance, signal }: Caller,
  id: string,
): Promise<{ readonly row: UserRow; readonly state: ReadingState }> {
  const found = await instance.directory.findUser(id, { scope: access.scope('users.read'), signal })
  if (!found) throw new Fault('NOT_FOUND', {}, { message: 'The directory knows nobody with this id.' })
  return found
}
