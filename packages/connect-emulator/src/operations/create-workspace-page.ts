import type { CreateWorkspacePageRequest } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { requirePageContent, requireRoomForPage } from '../rules/workspace-page.ts'
import { requireWorkspace, updateWorkspace } from '../rules/workspace.ts'

export const createWorkspacePage = defineInstanceOperation<CreateWorkspacePageRequest, void>(
  'CreateWorkspacePage',
  (input, instance, { now }) => {
    const workspace = requireWorkspace(instance, input.WorkspaceId)
    const { Page, ResourceArn, Slug, InputData } = input
    const page = { Page, ResourceArn, Slug, InputData }
    requirePageContent(instance, workspace.pages, page)
    requireRoomForPage(instance, Page)
    updateWorkspace(instance, workspace, { pages: [...workspace.pages, page] }, now())
  },
)
