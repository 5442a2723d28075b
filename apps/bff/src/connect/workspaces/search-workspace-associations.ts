import { SearchWorkspaceAssociationsCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed, readAllPages } from '../read-all-pages.ts'
import type { CallOptions } from '../upstream.ts'

export interface WorkspaceAssociation {
  readonly workspaceId: string
  /** Of a user or of a routing profile. */
  readonly resourceId: string
}

/** The workspaces that are assigned to any of these users and routing profiles. */
export async function searchWorkspaceAssociations(
  { info, upstream }: Pick<ConnectInstance, 'info' | 'upstream'>,
  resourceIds: readonly string[],
  options: CallOptions,
): Promise<WorkspaceAssociation[]> {
  const SearchCriteria = {
    OrConditions: resourceIds.map((Value) => ({
      // WS-04 says on what can be searched, and not how the field is spelt.
      StringCondition: { FieldName: 'resourceId', Value, ComparisonType: 'EXACT' as const },
    })),
  }
  const rows = await readAllPages((NextToken) =>
    upstream.call(
      'SearchWorkspaceAssociations',
      async (client, send) => {
        const command = new SearchWorkspaceAssociationsCommand({
          InstanceId: info.id,
          SearchCriteria,
          MaxResults: 500,
          NextToken,
        })
        const answer = await client.send(command, send)
        return { rows: answer.WorkspaceAssociations, nextToken: answer.NextToken }
      },
      options,
    ),
  )
  return rows.map(({ WorkspaceId, ResourceId }) => {
    if (!WorkspaceId || !ResourceId) throw malformed('a workspace association without its two ids')
    return { workspaceId: WorkspaceId, resourceId: ResourceId }
  })
}
