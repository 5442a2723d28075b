import { ListSecurityProfilesCommand, SearchSecurityProfilesCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed, readAllPages } from '../read-all-pages.ts'
import { ownTags } from '../tag-map.ts'
import type { CallOptions, Upstream } from '../upstream.ts'
import type { ProfileSummary } from './profile-settings.ts'

/**
 * All profiles: which there are and since when from the list, description and tags from the search. The search lags
 * (CONS-01), so the list decides what exists.
 */
export async function listSecurityProfiles(
  upstream: Upstream,
  instanceId: string,
  call: CallOptions,
): Promise<ProfileSummary[]> {
  const [listed, found] = await Promise.all([list(upstream, instanceId, call), search(upstream, instanceId, call)])
  const byId = new Map(found.map((profile) => [profile.Id, profile]))
  return listed.map((profile) => {
    if (!profile.Id || profile.Name === undefined) throw malformed('a security profile without id or name')
    const details = byId.get(profile.Id)
    return {
      id: profile.Id,
      name: profile.Name,
      description: details?.Description ?? '',
      tags: ownTags(details?.Tags),
      lastModifiedAt: profile.LastModifiedTime?.toISOString() ?? null,
    }
  })
}

/** The id of the profile with this name. The list and not the search, which lags (CONS-01). */
export async function findSecurityProfileByName(
  { upstream, info }: ConnectInstance,
  name: string,
): Promise<string | undefined> {
  const listed = await list(upstream, info.id, {})
  return listed.find((profile) => profile.Name === name)?.Id
}

async function list(upstream: Upstream, InstanceId: string, call: CallOptions) {
  return await readAllPages((NextToken) =>
    upstream.call(
      'ListSecurityProfiles',
      async (client, send) => {
        const answer = await client.send(
          new ListSecurityProfilesCommand({ InstanceId, MaxResults: 1000, NextToken }),
          send,
        )
        return { rows: answer.SecurityProfileSummaryList, nextToken: answer.NextToken }
      },
      call,
    ),
  )
}

async function search(upstream: Upstream, InstanceId: string, call: CallOptions) {
  return await readAllPages((NextToken) =>
    upstream.call(
      'SearchSecurityProfiles',
      async (client, send) => {
        const answer = await client.send(
          new SearchSecurityProfilesCommand({ InstanceId, MaxResults: 100, NextToken }),
          send,
        )
        return { rows: answer.SecurityProfiles, nextToken: answer.NextToken }
      },
      call,
    ),
  )
}
