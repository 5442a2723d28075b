import { deleteUser as deleteInConnect } from '../../connect/users/write-user.ts'
import { inAdministratorTurn } from '../access/in-administrator-turn.ts'
import type { Caller } from '../caller.ts'
import { runDelete } from '../writes/run-delete.ts'
import { logged } from '../writes/send-write.ts'
import type { WriteBase } from '../writes/write.ts'
import { userSubject } from './user-subject.ts'

/** Deletes for good (USR-19), and only the person that was looked at. */
export async function deleteUser(caller: Caller, base: WriteBase) {
  const { instance } = caller
  const answer = await inAdministratorTurn(caller, (inTurn) =>
    runDelete(inTurn, userSubject, base, {
      action: 'users.delete',
      operation: 'DeleteUser',
      done: 'The user was deleted.',
      send: (options) => deleteInConnect(instance, base.id, options),
    }),
  )
  await logged(caller, () => instance.directory.ownUsers.remove(base.id))
  return answer
}
