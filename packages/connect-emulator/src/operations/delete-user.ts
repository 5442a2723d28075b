import type { DeleteUserRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireUser } from '../rules/user.ts'

export const deleteUser = defineInstanceOperation<DeleteUserRequest, void>('DeleteUser', (input, instance) => {
  instance.users.delete(requireUser(instance, input.UserId).id)
})
