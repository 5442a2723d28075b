import type { Caller } from '../caller.ts'
import { byName } from '../collation.ts'
import { listAnswer } from '../list-answer.ts'

/** All profiles by name, with the people who hold each. As old as the older of the two readings. */
export async function listProfiles({ instance: { directory }, signal }: Caller) {
  const [profiles, people] = await Promise.all([
    directory.readSecurityProfiles({ signal }),
    directory.readPeople({ signal }),
  ])
  const holders = new Map<string, number>()
  for (const { securityProfileIds } of people.value) {
    for (const id of securityProfileIds) holders.set(id, (holders.get(id) ?? 0) + 1)
  }
  const rows = profiles.value.toSorted(byName).map((profile) => ({ ...profile, people: holders.get(profile.id) ?? 0 }))
  return listAnswer(rows, rows.length, profiles.asOf < people.asOf ? profiles.asOf : people.asOf)
}
