import { SearchQuickConnectsCommand } from '@aws-sdk/client-connect'
import type { QuickConnect } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed, readAllPages } from '../read-all-pages.ts'
import type { CallOptions } from '../upstream.ts'

/** The most that SearchQuickConnects gives at once. */
const PAGE_SIZE = 100

/**
 * The quick connects that lead to a person, by name. Neither the search nor the list can be asked for those of one person,
 * and only the search tells where each leads to, so all N of the instance are read: ceil(N / 100) calls.
 */
export async function findQuickConnectsTo(
  { info, upstream }: ConnectInstance,
  userId: string,
  call: CallOptions,
): Promise<QuickConnect[]> {
  const rows = await readAllPages((NextToken) =>
    upstream.call(
      'SearchQuickConnects',
      async (client, options) => {
        const command = new SearchQuickConnectsCommand({ InstanceId: info.id, MaxResults: PAGE_SIZE, NextToken })
        const answer = await client.send(command, options)
        return { rows: answer.QuickConnects, nextToken: answer.NextToken }
      },
      call,
    ),
  )
  return rows
    .flatMap(({ QuickConnectId: id, Name: name, Description, QuickConnectConfig: config }) => {
      if (!id || name === undefined || !config) throw malformed('a quick connect without id, name or configuration')
      return config.UserConfig?.UserId === userId ? [{ id, name, description: Description ?? null }] : []
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
