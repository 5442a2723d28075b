import type { User } from '@patchbay/contract'
import { referencesOf } from '../../connect/directory/user-row.ts'
import { describeAndCorrect } from '../../connect/users/describe-and-correct.ts'
import { versionOfUser } from '../../connect/users/describe-user.ts'
import type { UserSettings } from '../../connect/users/user-settings.ts'
import type { Caller } from '../caller.ts'
import type { Reader } from '../writes/write.ts'

/** One person as Connect has it now, with the moment it was asked. */
export interface UserReading {
  readonly settings: UserSettings
  readonly version: string
  readonly asOf: Date
  readonly isStale: boolean
}

/** For looking at: kept for some seconds unless it has to be `fresh`, and what is known where Connect does not answer. */
export async function viewUser(
  { instance, signal }: Caller,
  id: string,
  { fresh }: { fresh: boolean },
): Promise<UserReading> {
  const reading = await instance.readings.users.getOrKnown(id, { signal, ...(fresh && { maxAgeMs: 0 }) })
  return {
    settings: reading.value,
    version: versionOfUser(reading.value),
    asOf: reading.asOf,
    isStale: reading.isStale,
  }
}

/** For writing: read anew, whatever is kept, which is old from then on. */
export async function readUser({ instance, signal }: Reader, id: string): Promise<UserReading> {
  instance.readings.users.expire(id)
  const { settings, asOf } = await describeAndCorrect(instance, id, { signal })
  instance.readings.users.remember(id, { value: settings, asOf })
  return { settings, version: versionOfUser(settings), asOf, isStale: false }
}

/** The reading in the form of the contract. */
export async function userAnswer(
  { instance, signal }: Caller,
  { settings, version, asOf, isStale }: UserReading,
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
    isStale,
    ...referencesOf(settings, names),
  }
}
