import type { ListWorkspacesRequest, ListWorkspacesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { pageOfRows } from '../page.ts'
import { arnOf } from '../rules/arn.ts'

export const listWorkspaces = defineInstanceOperation<ListWorkspacesRequest, ListWorkspacesResponse>(
  'ListWorkspaces',
  (input, instance, { now }) => {
    const { items, nextToken } = pageOfRows('ListWorkspaces', instance.workspaces, input, now())
    return {
      WorkspaceSummaryList: items.map((workspace) => ({
        Id: workspace.id,
        Arn: arnOf(instance, 'workspace', workspace.id),
        Name: workspace.name,
        LastModifiedTime: new Date(workspace.lastModifiedTime),
        LastModifiedRegion: workspace.lastModifiedRegion,
      })),
      NextToken: nextToken,
    }
  },
)
