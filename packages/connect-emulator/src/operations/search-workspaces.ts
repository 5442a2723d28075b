import type { SearchWorkspacesRequest, SearchWorkspacesResponse } from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { compileCriteria, type StringField, stringLeaves } from '../search/criteria.ts'
import { searchPage } from '../search/search-page.ts'
import { compileAttributeFilter } from '../search/tag-filter.ts'
import type { WorkspaceRecord } from '../state/records.ts'

/** The page names no fields for workspaces; these follow the other searches. */
const FIELDS: Record<string, StringField<WorkspaceRecord>> = {
  name: { read: (workspace) => workspace.name },
  description: { read: (workspace) => workspace.description },
  title: { read: (workspace) => workspace.title },
  visibility: { read: (workspace) => workspace.visibility, isId: true },
  resourceID: { read: (workspace) => workspace.id, isId: true },
}

/** Rows have the time of creation, not that of the last change (WS-11). */
export const searchWorkspaces = defineInstanceOperation<SearchWorkspacesRequest, SearchWorkspacesResponse>(
  'SearchWorkspaces',
  (input, instance, context) => {
    const meetsCriteria = compileCriteria(input.SearchCriteria, stringLeaves(FIELDS))
    const passesFilter = compileAttributeFilter(input.SearchFilter?.AttributeFilter)
    const matches = (workspace: WorkspaceRecord): boolean => meetsCriteria(workspace) && passesFilter(workspace)
    const found = searchPage('SearchWorkspaces', instance.workspaces, matches, input, context)
    return {
      Workspaces: found.items.map((workspace) => ({
        Id: workspace.id,
        Arn: arnOf(instance, 'workspace', workspace.id),
        Name: workspace.name,
        Visibility: workspace.visibility,
        Description: workspace.description,
        Title: workspace.title,
        CreatedAt: new Date(workspace.createdTime),
        Tags: { ...workspace.tags },
      })),
      NextToken: found.nextToken,
      ApproximateTotalCount: found.total,
    }
  },
)
