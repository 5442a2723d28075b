import type { User } from '@patchbay/contract'
import type { Directory, Names } from '../../connect/directory/directory.ts'
import { describeUser, versionOfUser } from '../../connect/users/describe-user.ts'
import { summaryOf, type UserSettings, type UserSummary } from '../../connect/users/user-settings.ts'
import type { Caller } from '../caller.ts'
import type { Reader } from '../writes/write.ts'
import { referencesOf } from './user-row.ts'

/** One person as Connect has it now, with the moment it was asked. */
export interface UserReading {
  readonly settings: UserSettings
  readonly version: string
  readonly asOf: Date
}

export async function readUser({ instance, signal, now }: Reader, id: string): Promise<UserReading> {
  const asOf = now()
  const settings = await describeUser(instance, id, { signal })
  instance.directory.ownUsers.correct(summaryOf(settings), asOf)
  return { settings, version: versionOfUser(settings), asOf }
}

/** The reading in the form of the contract. */
export async function userAnswer(
  { instance, signal }: Caller,
  { settings, version, asOf }: UserReading,
): Promise<User> {
  const names = await namesFor(instance.directory, [summaryOf(settings)], signal)
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

/** An id without a name is either gone or newer than what is kept. Kept names this old are read again to find out. */
const UNKNOWN_NAME_MAX_AGE_MS = 10_000

export async function namesFor(
  directory: Directory,
  people: readonly UserSummary[],
  signal: AbortSignal | undefined,
): Promise<Names> {
  const names = await directory.readNames({ signal })
  const isKnown = (user: UserSummary) =>
    user.securityProfileIds.every((id) => names.securityProfiles.has(id)) &&
    (user.routingProfileId === null || names.routingProfiles.has(user.routingProfileId)) &&
    (user.hierarchyGroupId === null || names.groupPaths.has(user.hierarchyGroupId))
  if (people.every(isKnown)) return names
  return await directory.readNames({ signal, maxAgeMs: UNKNOWN_NAME_MAX_AGE_MS })
}
