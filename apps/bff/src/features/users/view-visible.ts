import { requireVisible } from '../access/require-person.ts'
import type { Caller } from '../caller.ts'
import { viewUser, type UserReading } from './read-user.ts'

/** Somebody for looking at, as `viewUser`. Throws NOT_FOUND for who is out of scope, as for who is not there. */
export async function viewVisible(
  caller: Caller,
  { id, fresh }: { readonly id: string; readonly fresh: boolean },
): Promise<UserReading> {
  const reading = await viewUser(caller, id, { fresh: fresh || !(await isListed(caller, id)) })
  requireVisible(caller, reading.settings)
  return reading
}

/** What is kept of someone out of scope would be answered quicker than that there is nobody: it is not looked at. */
async function isListed({ access, instance, signal }: Caller, id: string): Promise<boolean> {
  const scope = access.scope('users.read')
  return scope === 'all' || (await instance.directory.findUser(id, { scope, signal })) !== undefined
}
