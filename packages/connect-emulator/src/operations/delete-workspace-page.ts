import type { DeleteWorkspacePageRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requirePage } from '../rules/workspace-page.ts'
import { requireWorkspace, updateWorkspace } from '../rules/workspace.ts'

/** Afterwards the page shows the default view (WS-06): nothing is configured for it any more. */
export const deleteWorkspacePage = defineInstanceOperation<DeleteWorkspacePageRequest, void>(
  'DeleteWorkspacePage',
  (input, instance, { now }) => {
    const workspace = requireWorkspace(instance, input.WorkspaceId)
    const gone = requirePage(workspace, input.Page)
    updateWorkspace(instance, workspace, { pages: workspace.pages.filter((page) => page !== gone) }, now())
  },
)
