import { byName } from '../../connect/directory/collation.ts'
import type { Caller } from '../caller.ts'
import { directoryAnswer } from '../list-answer.ts'

interface ListOptions {
  readonly permission?: string | undefined
  readonly fresh: boolean
}

/** Profiles by name, with the people who hold each. As old as the oldest of the readings. */
export async function listProfiles(
  { instance: { directory }, access, signal }: Caller,
  { permission, fresh }: ListOptions,
) {
  const { profiles, people, state } = await directory.readSecurityProfiles({
    scope: access.scope('users.read'),
    ...(permission !== undefined && { permission }),
    fresh,
    signal,
  })
  const rows = profiles
    .toSorted(byName)
    .map((profile) => ({ ...profile, people: people.byProfile.get(profile.id) ?? 0 }))
  return directoryAnswer(rows, rows.length, state)
}
