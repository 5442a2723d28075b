import {
  CreateSecurityProfileCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecurityProfileCommand,
} from '@aws-sdk/client-connect'
import type { SecurityProfileCreate, Tags } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed } from '../read-all-pages.ts'
import { tagMember } from '../tag-map.ts'

/** Creates a profile, never twice, and gives its id. */
export async function createSecurityProfile(
  instance: ConnectInstance,
  profile: SecurityProfileCreate,
): Promise<string> {
  const command = new CreateSecurityProfileCommand({
    InstanceId: instance.info.id,
    SecurityProfileName: profile.name,
    ...(profile.description === '' ? {} : { Description: profile.description }),
    Permissions: profile.permissions,
    ...tagMember(profile.tags),
  })
  const answer = await instance.upstream.call('CreateSecurityProfile', (client, send) => client.send(command, send))
  if (!answer.SecurityProfileId) throw malformed('a new security profile without an id')
  return answer.SecurityProfileId
}

export interface ProfileChange {
  readonly description?: string
  /** The whole list: what is sent replaces what was (SP-04). */
  readonly permissions?: readonly string[]
}

/** What is left out stays as it is (SP-03, SP-04). */
export async function updateSecurityProfile(
  instance: ConnectInstance,
  id: string,
  change: ProfileChange,
): Promise<void> {
  const command = new UpdateSecurityProfileCommand({
    InstanceId: instance.info.id,
    SecurityProfileId: id,
    ...(change.description === undefined ? {} : { Description: change.description }),
    ...(change.permissions === undefined ? {} : { Permissions: [...change.permissions] }),
  })
  await instance.upstream.call('UpdateSecurityProfile', (client, send) => client.send(command, send))
}

/** Adds tags, and gives a key that is there its new value (TAG-03). */
export async function tagResource(instance: ConnectInstance, arn: string, tags: Tags): Promise<void> {
  const command = new TagResourceCommand({ resourceArn: arn, tags })
  await instance.upstream.call('TagResource', (client, send) => client.send(command, send))
}

export async function untagResource(instance: ConnectInstance, arn: string, tagKeys: string[]): Promise<void> {
  const command = new UntagResourceCommand({ resourceArn: arn, tagKeys })
  await instance.upstream.call('UntagResource', (client, send) => client.send(command, send))
}
