import { CreateSecurityProfileCommand, UpdateSecurityProfileCommand } from '@aws-sdk/client-connect'
import type { SecurityProfileCreate } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed } from '../read-all-pages.ts'
import { tagMember } from '../tag-map.ts'
import type { WriteOptions } from '../upstream.ts'

/** Creates a profile, never twice, and gives its id. */
export async function createSecurityProfile(
  instance: ConnectInstance,
  profile: SecurityProfileCreate,
  options: WriteOptions = {},
): Promise<string> {
  const command = new CreateSecurityProfileCommand({
    InstanceId: instance.info.id,
    SecurityProfileName: profile.name,
    ...(profile.description === '' ? {} : { Description: profile.description }),
    Permissions: profile.permissions,
    ...tagMember(profile.tags),
  })
  const answer = await instance.upstream.call(
    'CreateSecurityProfile',
    (client, send) => client.send(command, send),
    options,
  )
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
  options: WriteOptions = {},
): Promise<void> {
  const command = new UpdateSecurityProfileCommand({
    InstanceId: instance.info.id,
    SecurityProfileId: id,
    ...(change.description === undefined ? {} : { Description: change.description }),
    ...(change.permissions === undefined ? {} : { Permissions: [...change.permissions] }),
  })
  await instance.upstream.call('UpdateSecurityProfile', (client, send) => client.send(command, send), options)
}
