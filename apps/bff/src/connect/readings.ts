import type { ConnectInstance } from './connect-door.ts'
import { KeptReadings } from './kept-readings.ts'
import { describeSecurityProfile, type DescribedProfile } from './security-profiles/describe-security-profile.ts'
import { describeUser } from './users/describe-user.ts'
import { summaryOf, type UserSettings } from './users/user-settings.ts'

/** Readings of single resources, shared by all who look at the same one. */
export interface Readings {
  readonly users: KeptReadings<UserSettings>
  readonly securityProfiles: KeptReadings<DescribedProfile>
}

/** As long as the browser holds an answer for new: two people who work on one case, or back and forth between two pages. */
const USER_KEEP_MS = 15_000
/** Profiles change seldom, and one costs at least two calls. */
const PROFILE_KEEP_MS = 60_000
/** About 3 kB each: a shift's worth of people. */
const MOST_USERS = 1_000
/** Up to 20 kB each; instances have at most a few hundred. */
const MOST_PROFILES = 300

export function createReadings(instance: Pick<ConnectInstance, 'info' | 'upstream' | 'directory'>): Readings {
  const { now } = instance.upstream
  return {
    users: new KeptReadings({
      now,
      keepMs: USER_KEEP_MS,
      most: MOST_USERS,
      read: async (id, signal) => {
        const asOf = now()
        const settings = await describeUser(instance, id, { signal })
        await instance.directory.ownUsers.correct(summaryOf(settings), asOf)
        return settings
      },
    }),
    securityProfiles: new KeptReadings({
      now,
      keepMs: PROFILE_KEEP_MS,
      most: MOST_PROFILES,
      read: (id, signal) => describeSecurityProfile(instance, id, { signal }),
    }),
  }
}
