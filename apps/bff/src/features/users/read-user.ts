import type { User } from '@patchbay/contract'
import { referencesOf } from '../../connect/directory/user-row.ts'
import { describeUser, versionOfUser } from '../../connect/users/describe-user.ts'
import { summaryOf, type UserSettings } from '../../connect/users/user-settings.ts'
import type { Caller } from '../caller.ts'
import type { Reader } from '../writes/write.ts'

/** One person as Connect has it now, with the moment it was asked. */
export interface UserReading {
  readonly settings: UserSettings
  readonly version: string
  readonly asOf: Date
}

export async function readUser({ instance, signal, now }: Reader, id: string): Promise<UserReading> {
  const asOf = now()
  const settings = await describeUser(instance, id, { signal })
  await instance.directory.ownUsers.correct(summaryOf(settings), asOf)
  return { settings, version: versionOfUser(settings), asOf }
}

/** The reading in the form of the contract. */
export async function userAnswer(
  { instance, signal }: Caller,
  { settings, version, asOf }: UserReading,
): Promise<User> {
  const names = await instance.directory.readNames([settings], { signal })
  const { id, username, identity, phone, channels, tags, lastModifiedAt } = settings
  return {
    id,
    version,
    username,
    identity,
    phone,
    channels: [...channels],
    tags,
    lastModifiedAt,
    asOf: asOf.toISOString(),
    ...referencesOf(settings, names),
  }
}
