import { SearchUsersCommand, type UserSearchSummary } from '@aws-sdk/client-connect'
import { malformed, readAllPages } from '../read-all-pages.ts'
import { ownTags } from '../tag-map.ts'
import type { Upstream } from '../upstream.ts'
import { readPhone } from './describe-user.ts'
import type { UserSummary } from './user-settings.ts'

/** The most that SearchUsers gives at once; all N people cost ceil(N / 500) calls. */
const PAGE_SIZE = 500

/** All people of an instance. */
export async function searchUsers(upstream: Upstream, instanceId: string, signal: AbortSignal): Promise<UserSummary[]> {
  const rows = await readAllPages((nextToken) =>
    upstream.call(
      'SearchUsers',
      async (client, options) => {
        const command = new SearchUsersCommand({ InstanceId: instanceId, MaxResults: PAGE_SIZE, NextToken: nextToken })
        const answer = await client.send(command, options)
        return { rows: answer.Users, nextToken: answer.NextToken }
      },
      { signal },
    ),
  )
  return rows.map(readSummary)
}

function readSummary(user: UserSearchSummary): UserSummary {
  if (!user.Id || user.Username === undefined) throw malformed('a user without id or name')
  return {
    id: user.Id,
    username: user.Username,
    identity: { firstName: user.IdentityInfo?.FirstName ?? '', lastName: user.IdentityInfo?.LastName ?? '' },
    phone: readPhone(user.PhoneConfig, 1000),
    routingProfileId: user.RoutingProfileId ?? null,
    hierarchyGroupId: user.HierarchyGroupId || null,
    securityProfileIds: user.SecurityProfileIds ?? [],
    tags: ownTags(user.Tags),
  }
}
