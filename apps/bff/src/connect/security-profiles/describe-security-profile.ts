import { DescribeSecurityProfileCommand, ListSecurityProfilePermissionsCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from '../connect-door.ts'
import { requirePathId } from '../path-id.ts'
import { malformed, readAllPages } from '../read-all-pages.ts'
import { ownTags } from '../tag-map.ts'
import type { CallOptions, Upstream } from '../upstream.ts'
import { versionOf } from '../version.ts'
import type { ProfileSettings } from './profile-settings.ts'

/** A profile with what DescribeSecurityProfile leaves out of it (SP-02), and its ARN, which tagging asks for. */
export interface DescribedProfile {
  readonly settings: ProfileSettings
  readonly arn: string
}

/** Where it is looked for. */
type ProfilePlace = Pick<ConnectInstance, 'upstream'> & { readonly info: { readonly id: string } }

/** One profile, read whole and now. Throws NOT_FOUND. */
export async function describeSecurityProfile(
  instance: ProfilePlace,
  id: string,
  options: CallOptions,
): Promise<DescribedProfile> {
  requirePathId(id, 'security profile')
  const [profile, permissions] = await Promise.all([
    readProfile(instance, id, options),
    listPermissions(instance.upstream, instance.info.id, id, options),
  ])
  if (!profile?.Id || !profile.Arn || profile.SecurityProfileName === undefined) {
    throw malformed('a security profile without id or name')
  }
  return {
    arn: profile.Arn,
    settings: {
      id: profile.Id,
      name: profile.SecurityProfileName,
      description: profile.Description ?? '',
      permissions: permissions.sort(),
      tags: ownTags(profile.Tags),
      allowedAccessControlTags: profile.AllowedAccessControlTags ?? {},
      tagRestrictedResources: profile.TagRestrictedResources ?? [],
      hierarchyRestrictedResources: profile.HierarchyRestrictedResources ?? [],
      allowedAccessControlHierarchyGroupId: profile.AllowedAccessControlHierarchyGroupId || null,
      lastModifiedAt: profile.LastModifiedTime?.toISOString() ?? null,
    },
  }
}

/** When it was last written is no part of it. */
export function versionOfProfile(settings: ProfileSettings): string {
  return versionOf({ ...settings, lastModifiedAt: null })
}

async function readProfile(instance: ProfilePlace, id: string, options: CallOptions) {
  const command = new DescribeSecurityProfileCommand({ InstanceId: instance.info.id, SecurityProfileId: id })
  const answer = await instance.upstream.call(
    'DescribeSecurityProfile',
    (client, send) => client.send(command, send),
    options,
  )
  return answer.SecurityProfile
}

/** All permissions of a profile. */
export async function listPermissions(
  upstream: Upstream,
  instanceId: string,
  id: string,
  call: CallOptions,
): Promise<string[]> {
  return await readAllPages((nextToken) =>
    upstream.call(
      'ListSecurityProfilePermissions',
      async (client, send) => {
        const answer = await client.send(
          new ListSecurityProfilePermissionsCommand({
            InstanceId: instanceId,
            SecurityProfileId: id,
            MaxResults: 1000,
            NextToken: nextToken,
          }),
          send,
        )
        return { rows: answer.Permissions, nextToken: answer.NextToken }
      },
      call,
    ),
  )
}
