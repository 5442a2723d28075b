import type { UpdateWorkspaceMetadataRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireFreeWorkspaceName, requireWorkspace, updateWorkspace } from '../rules/workspace.ts'

/** Metadata, theme and visibility have an operation each (WS-11); a member left out stays as it was. */
export const updateWorkspaceMetadata = defineInstanceOperation<UpdateWorkspaceMetadataRequest, void>(
  'UpdateWorkspaceMetadata',
  (input, instance, { now }) => {
    const workspace = requireWorkspace(instance, input.WorkspaceId)
    const { Name = workspace.name, Description = workspace.description, Title = workspace.title } = input
    requireFreeWorkspaceName(instance, Name, workspace.id)
    updateWorkspace(instance, workspace, { name: Name, description: Description, title: Title }, now())
  },
)
