import type { DescribeWorkspaceRequest, DescribeWorkspaceResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { requireWorkspace } from '../rules/workspace.ts'

/** With the time of change, without that of creation; searches have it the other way round (WS-11). */
export const describeWorkspace = defineInstanceOperation<DescribeWorkspaceRequest, DescribeWorkspaceResponse>(
  'DescribeWorkspace',
  (input, instance) => {
    const workspace = requireWorkspace(instance, input.WorkspaceId)
    return {
      Workspace: {
        Id: workspace.id,
        Arn: arnOf(instance, 'workspace', workspace.id),
        Name: workspace.name,
        Description: workspace.description,
        Title: workspace.title,
        Theme: workspace.theme,
        Visibility: workspace.visibility,
        Tags: { ...workspace.tags },
        LastModifiedTime: new Date(workspace.lastModifiedTime),
        LastModifiedRegion: workspace.lastModifiedRegion,
      },
    }
  },
)
