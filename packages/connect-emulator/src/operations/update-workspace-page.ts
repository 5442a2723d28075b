import type { UpdateWorkspacePageRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requirePage, requirePageContent } from '../rules/workspace-page.ts'
import { requireWorkspace, updateWorkspace } from '../rules/workspace.ts'

/** Changes what is given; NewPage renames. */
export const updateWorkspacePage = defineInstanceOperation<UpdateWorkspacePageRequest, void>(
  'UpdateWorkspacePage',
  (input, instance, { now }) => {
    const workspace = requireWorkspace(instance, input.WorkspaceId)
    const current = requirePage(workspace, input.Page)
    const changed = {
      Page: input.NewPage ?? current.Page,
      ResourceArn: input.ResourceArn ?? current.ResourceArn,
      Slug: input.Slug ?? current.Slug,
      InputData: input.InputData ?? current.InputData,
    }
    const others = workspace.pages.filter((page) => page !== current)
    requirePageContent(instance, others, changed)
    const pages = workspace.pages.map((page) => (page === current ? changed : page))
    updateWorkspace(instance, workspace, { pages }, now())
  },
)
