import type { DeleteQuickConnectRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireQuickConnect } from '../rules/quick-connect.ts'

export const deleteQuickConnect = defineInstanceOperation<DeleteQuickConnectRequest, void>(
  'DeleteQuickConnect',
  (input, instance) => instance.quickConnects.delete(requireQuickConnect(instance, input.QuickConnectId).id),
)
