import type { ListWorkspacePagesRequest, ListWorkspacePagesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfList } from '../page.ts'
import { requireWorkspace } from '../rules/workspace.ts'

export const listWorkspacePages = defineInstanceOperation<ListWorkspacePagesRequest, ListWorkspacePagesResponse>(
  'ListWorkspacePages',
  (input, instance, { now }) => {
    const { pages } = requireWorkspace(instance, input.WorkspaceId)
    const { items, nextToken } = pageOfList('ListWorkspacePages', pages, input, now())
    return { WorkspacePageList: items, NextToken: nextToken }
  },
)
