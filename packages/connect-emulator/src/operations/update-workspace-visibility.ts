import type { UpdateWorkspaceVisibilityRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireWorkspace, updateWorkspace } from '../rules/workspace.ts'

export const updateWorkspaceVisibility = defineInstanceOperation<UpdateWorkspaceVisibilityRequest, void>(
  'UpdateWorkspaceVisibility',
  (input, instance, { now }) => {
    updateWorkspace(instance, requireWorkspace(instance, input.WorkspaceId), { visibility: input.Visibility }, now())
  },
)
