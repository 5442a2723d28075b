import { PutUserStatusCommand, SearchAgentStatusesCommand } from '@aws-sdk/client-connect'
import type { AgentStatus } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { requirePathId } from '../path-id.ts'
import { malformed, readAllPages } from '../read-all-pages.ts'
import type { CallOptions, WriteOptions } from '../upstream.ts'

export interface KnownAgentStatus extends AgentStatus {
  readonly id: string
}

/** Those that are enabled, which ListAgentStatuses does not tell, in the order in which Connect shows them. */
export async function searchAgentStatuses(
  { info, upstream }: Pick<ConnectInstance, 'info' | 'upstream'>,
  options: CallOptions,
): Promise<KnownAgentStatus[]> {
  const rows = await readAllPages((NextToken) =>
    upstream.call(
      'SearchAgentStatuses',
      async (client, send) => {
        const command = new SearchAgentStatusesCommand({ InstanceId: info.id, MaxResults: 100, NextToken })
        const answer = await client.send(command, send)
        return { rows: answer.AgentStatuses, nextToken: answer.NextToken }
      },
      options,
    ),
  )
  return rows
    .filter(({ State }) => State !== 'DISABLED')
    .toSorted((a, b) => (a.DisplayOrder ?? Infinity) - (b.DisplayOrder ?? Infinity))
    .map(({ AgentStatusId: id, Name: name, Type: type = 'CUSTOM' }) => {
      if (id === undefined || name === undefined) throw malformed('an agent status without id or name')
      return { id, name, type }
    })
}

/** On a contact, it is what follows (OTH-03). */
export async function putUserStatus(
  { info, upstream, readings }: ConnectInstance,
  id: string,
  agentStatusId: string,
  options: WriteOptions = {},
): Promise<void> {
  requirePathId(id, 'user')
  const command = new PutUserStatusCommand({ InstanceId: info.id, UserId: id, AgentStatusId: agentStatusId })
  await upstream.call('PutUserStatus', (client, send) => client.send(command, send), options)
  readings.statuses.expire(id)
}
