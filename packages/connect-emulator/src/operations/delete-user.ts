import type { DeleteUserRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { removeMarksOf } from '../rules/notification.ts'
import { removeAssociationsOf } from '../rules/workspace.ts'
import { requireUser } from '../rules/user.ts'

export const deleteUser = defineInstanceOperation<DeleteUserRequest, void>('DeleteUser', (input, instance) => {
  const { id } = requireUser(instance, input.UserId)
  removeAssociationsOf(instance, id)
  removeMarksOf(instance, { userId: id })
  if (instance.userStates.get(id)) instance.userStates.delete(id)
  instance.users.delete(id)
})
