import type { ListWorkspaceMediaRequest, ListWorkspaceMediaResponse, MediaType } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireWorkspace } from '../rules/workspace.ts'

export const listWorkspaceMedia = defineInstanceOperation<ListWorkspaceMediaRequest, ListWorkspaceMediaResponse>(
  'ListWorkspaceMedia',
  (input, instance) => ({
    Media: Object.entries(requireWorkspace(instance, input.WorkspaceId).media).map(([type, Source]) => ({
      Type: type as MediaType,
      Source,
    })),
  }),
)
