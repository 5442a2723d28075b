import { CreateSecurityProfileCommand, UpdateSecurityProfileCommand } from '@aws-sdk/client-connect'
import type { SecurityProfileCreate } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import type { ConnectInstance } from '../connect-door.ts'
import { createOnce } from '../create-once.ts'
import { outcomeUnknown } from '../error-table.ts'
import { malformed } from '../read-all-pages.ts'
import { readNew } from '../read-new.ts'
import { tagMember } from '../tag-map.ts'
import type { WriteOptions } from '../upstream.ts'
import { describeSecurityProfile } from './describe-security-profile.ts'
import { findSecurityProfileByName } from './list-security-profiles.ts'

/** Creates a profile, never twice, and gives its id: `createOnce`. */
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
  return await createOnce({
    create: async () => {
      const send = instance.upstream.call(
        'CreateSecurityProfile',
        (client, sending) => client.send(command, sending),
        options,
      )
      const { SecurityProfileId } = await send
      if (SecurityProfileId) return SecurityProfileId
      throw outcomeUnknown('CreateSecurityProfile', malformed('a new security profile without an id'))
    },
    findMade: () => findMade(instance, profile),
  })
}

/** The name may have been another's all the time: only what is as this one was to be is taken for this one. */
async function findMade(instance: ConnectInstance, wanted: SecurityProfileCreate): Promise<string | undefined> {
  const id = await findSecurityProfileByName(instance, wanted.name)
  if (id === undefined) return undefined
  const { settings } = await readNew(() => describeSecurityProfile(instance, id, {}))
  const isAsWanted =
    settings.description === wanted.description &&
    new Set(settings.permissions).symmetricDifference(new Set(wanted.permissions)).size === 0
  if (isAsWanted) return id
  const fields = [{ field: 'name', message: 'This security profile name is taken.' }]
  throw new Fault('profile.name_taken', { fields })
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
