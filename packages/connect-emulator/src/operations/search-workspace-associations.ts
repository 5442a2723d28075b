import type {
  SearchWorkspaceAssociationsRequest,
  SearchWorkspaceAssociationsResponse,
  WorkspaceAssociationSearchSummary,
} from '@aws-sdk/client-connect'
import { defineInstanceOperation } from '../operation.ts'
import { arnOf } from '../rules/arn.ts'
import { compileCriteria, type StringField, stringLeaves } from '../search/criteria.ts'
import { searchPage } from '../search/search-page.ts'
import { compileAttributeFilter } from '../search/tag-filter.ts'
import type { WorkspaceAssociationRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'

/** On workspace, resource and resource type (WS-04); the page does not spell the fields. */
const FIELDS: Record<string, StringField<WorkspaceAssociationRecord>> = {
  workspaceId: { read: (row) => row.workspaceId, isId: true },
  resourceId: { read: (row) => row.resourceId, isId: true },
  resourceType: { read: (row) => row.resourceType, isId: true },
}

/** The tag filter is on the workspace's tags. */
export const searchWorkspaceAssociations = defineInstanceOperation<
  SearchWorkspaceAssociationsRequest,
  SearchWorkspaceAssociationsResponse
>('SearchWorkspaceAssociations', (input, instance, context) => {
  const meetsCriteria = compileCriteria(input.SearchCriteria, stringLeaves(FIELDS))
  const passesFilter = compileAttributeFilter(input.SearchFilter?.AttributeFilter)
  const matches = (row: WorkspaceAssociationRecord): boolean =>
    meetsCriteria(row) && passesFilter(instance.workspaces.get(row.workspaceId) ?? {})
  const found = searchPage('SearchWorkspaceAssociations', instance.workspaceAssociations, matches, input, context)
  return {
    WorkspaceAssociations: found.items.map((row) => summaryOf(instance, row)),
    NextToken: found.nextToken,
    ApproximateTotalCount: found.total,
  }
})

function summaryOf(instance: Instance, row: WorkspaceAssociationRecord): WorkspaceAssociationSearchSummary {
  const isUser = row.resourceType === 'USER'
  return {
    WorkspaceId: row.workspaceId,
    WorkspaceArn: arnOf(instance, 'workspace', row.workspaceId),
    ResourceId: row.resourceId,
    ResourceArn: arnOf(instance, isUser ? 'agent' : 'routing-profile', row.resourceId),
    ResourceType: row.resourceType,
    ResourceName: isUser
      ? instance.users.get(row.resourceId)?.username
      : instance.routingProfiles.get(row.resourceId)?.name,
  }
}
