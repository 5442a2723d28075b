import { SearchWorkspacesCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed, readAllPages } from '../read-all-pages.ts'
import type { CallOptions } from '../upstream.ts'

export interface Workspace {
  readonly id: string
  readonly name: string
  /** To whom it is visible (WS-05). */
  readonly visibility: 'ALL' | 'ASSIGNED' | 'NONE'
}

/** All workspaces of an instance. */
export async function searchWorkspaces(
  { info, upstream }: Pick<ConnectInstance, 'info' | 'upstream'>,
  options: CallOptions,
): Promise<Workspace[]> {
  const rows = await readAllPages((NextToken) =>
    upstream.call(
      'SearchWorkspaces',
      async (client, send) => {
        const command = new SearchWorkspacesCommand({ InstanceId: info.id, MaxResults: 500, NextToken })
        const answer = await client.send(command, send)
        return { rows: answer.Workspaces, nextToken: answer.NextToken }
      },
      options,
    ),
  )
  return rows.map(({ Id, Name, Visibility }) => {
    if (!Id || Name === undefined || Visibility === undefined) {
      throw malformed('a workspace without id, name or visibility')
    }
    return { id: Id, name: Name, visibility: Visibility }
  })
}
