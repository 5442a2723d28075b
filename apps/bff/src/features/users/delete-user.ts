import { deleteUser as deleteInConnect } from '../../connect/users/write-user.ts'
import type { Caller } from '../caller.ts'
import { logChange } from '../log-change.ts'
import { conflict, type WriteBase } from './change-user.ts'
import { readUser } from './read-user.ts'

/** Deletes for good (USR-19), and only the person that was looked at. */
export async function deleteUser(caller: Caller, base: WriteBase): Promise<{ id: string }> {
  return await caller.instance.turns.run(`user/${base.id}`, () => deleteInTurn(caller, base))
}

async function deleteInTurn(caller: Caller, { id, version, reason }: WriteBase): Promise<{ id: string }> {
  const current = await readUser(caller, id)
  if (current.version !== version) throw await conflict(caller, current)
  await deleteInConnect(caller.instance, id)
  caller.instance.directory.ownUsers.remove(id)
  logChange(caller, { operation: 'users.delete', target: id, fields: [], reason })
  return { id }
}
