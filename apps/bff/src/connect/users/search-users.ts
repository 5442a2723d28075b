import { SearchUsersCommand, type UserSearchSummary } from '@aws-sdk/client-connect'
import { eachPage, malformed } from '../read-all-pages.ts'
import { ownTags } from '../tag-map.ts'
import type { ConnectInstance } from '../connect-door.ts'
import type { CallOptions, Upstream } from '../upstream.ts'
import { readPhone } from './describe-user.ts'
import type { UserSummary } from './user-settings.ts'

/** The most that SearchUsers gives at once; all N people cost ceil(N / 500) calls. */
const PAGE_SIZE = 500

/** Some of the people of an instance, and how many there are in all by Connect's approximate count (CONS-08). */
export interface PeoplePage {
  readonly people: readonly UserSummary[]
  readonly ofAbout: number
}

/** All people of an instance, page by page. */
export async function* searchUserPages(
  upstream: Upstream,
  instanceId: string,
  call: CallOptions,
): AsyncGenerator<PeoplePage> {
  let ofAbout = 0
  const pages = eachPage((nextToken) =>
    upstream.call(
      'SearchUsers',
      async (client, options) => {
        const command = new SearchUsersCommand({ InstanceId: instanceId, MaxResults: PAGE_SIZE, NextToken: nextToken })
        const answer = await client.send(command, options)
        ofAbout = answer.ApproximateTotalCount ?? 0
        return { rows: answer.Users, nextToken: answer.NextToken }
      },
      call,
    ),
  )
  for await (const rows of pages) yield { people: rows.map(readSummary), ofAbout }
}

/** Ids of people whom the search finds with the security profile: at most a page of them. It lags (CONS-01). */
export async function findHolders(
  { info, upstream }: ConnectInstance,
  securityProfileId: string,
  options: CallOptions,
): Promise<string[]> {
  const command = new SearchUsersCommand({
    InstanceId: info.id,
    MaxResults: PAGE_SIZE,
    SearchCriteria: {
      StringCondition: { FieldName: 'SecurityProfileId', Value: securityProfileId, ComparisonType: 'EXACT' },
    },
  })
  const answer = await upstream.call('SearchUsers', (client, send) => client.send(command, send), options)
  return (answer.Users ?? []).flatMap(({ Id }) => Id ?? [])
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
