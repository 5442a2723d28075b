import { byName } from '../../connect/directory/collation.ts'
import type { Caller } from '../caller.ts'
import { directoryAnswer } from '../list-answer.ts'

/** All profiles by name, with the people who hold each. As old as the older of the two readings. */
export async function listProfiles({ instance: { directory }, access, signal }: Caller, fresh: boolean) {
  const { profiles, people, state } = await directory.readSecurityProfiles({
    scope: access.scope('users.read'),
    fresh,
    signal,
  })
  const rows = profiles
    .toSorted(byName)
    .map((profile) => ({ ...profile, people: people.byProfile.get(profile.id) ?? 0 }))
  return directoryAnswer(rows, rows.length, state)
}
