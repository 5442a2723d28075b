import type { DeleteWorkspaceRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireWorkspace } from '../rules/workspace.ts'

/** Takes all assignments along, whoever has them (WS-08). */
export const deleteWorkspace = defineInstanceOperation<DeleteWorkspaceRequest, void>(
  'DeleteWorkspace',
  (input, instance) => {
    const { id } = requireWorkspace(instance, input.WorkspaceId)
    for (const association of instance.workspaceAssociations.filter((row) => row.workspaceId === id)) {
      instance.workspaceAssociations.delete(association.id)
    }
    instance.workspaces.delete(id)
  },
)
