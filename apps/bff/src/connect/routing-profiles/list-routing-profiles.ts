import { ListRoutingProfilesCommand } from '@aws-sdk/client-connect'
import type { RoutingProfileRow } from '@patchbay/contract'
import { malformed, readAllPages } from '../read-all-pages.ts'
import type { CallOptions, Upstream } from '../upstream.ts'

/** All routing profiles of an instance, as Connect orders them. */
export async function listRoutingProfiles(
  upstream: Upstream,
  InstanceId: string,
  call: CallOptions,
): Promise<RoutingProfileRow[]> {
  const rows = await readAllPages((NextToken) =>
    upstream.call(
      'ListRoutingProfiles',
      async (client, send) => {
        const answer = await client.send(
          new ListRoutingProfilesCommand({ InstanceId, MaxResults: 1000, NextToken }),
          send,
        )
        return { rows: answer.RoutingProfileSummaryList, nextToken: answer.NextToken }
      },
      call,
    ),
  )
  return rows.map(({ Id, Name }) => {
    if (!Id || Name === undefined) throw malformed('a routing profile without id or name')
    return { id: Id, name: Name }
  })
}
