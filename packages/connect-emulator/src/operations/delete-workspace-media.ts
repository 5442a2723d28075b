import type { DeleteWorkspaceMediaRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requireWorkspace, updateWorkspace } from '../rules/workspace.ts'
import { notFound } from '../wire/aws-error.ts'

/** The media type travels in the query (WIRE-05). */
export const deleteWorkspaceMedia = defineInstanceOperation<DeleteWorkspaceMediaRequest, void>(
  'DeleteWorkspaceMedia',
  ({ WorkspaceId, MediaType }, instance, { now }) => {
    const workspace = requireWorkspace(instance, WorkspaceId)
    if (workspace.media[MediaType] === undefined) throw notFound(`The workspace has no media of type ${MediaType}`)
    const media = Object.fromEntries(Object.entries(workspace.media).filter(([type]) => type !== MediaType))
    updateWorkspace(instance, workspace, { media }, now())
  },
)
