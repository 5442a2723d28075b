import type { LiveStatus, PredefinedAttribute } from '@patchbay/contract'
import type { ConnectInstance } from './connect-door.ts'
import { KeptReading } from './kept-reading.ts'
import { KeptReadings } from './kept-readings.ts'
import { searchPredefinedAttributes } from './predefined-attributes/search-predefined-attributes.ts'
import { describeSecurityProfile, type DescribedProfile } from './security-profiles/describe-security-profile.ts'
import { describeAndCorrect } from './users/describe-and-correct.ts'
import { searchAgentStatuses, type KnownAgentStatus } from './users/agent-statuses.ts'
import { readLiveStatus } from './users/live-status.ts'
import type { UserSettings } from './users/user-settings.ts'
import { searchWorkspaces, type Workspace } from './workspaces/search-workspaces.ts'

/** Readings of single resources and of short lists, shared by all who look at the same one. */
export interface Readings {
  readonly users: KeptReadings<UserSettings>
  readonly statuses: KeptReadings<LiveStatus['status']>
  readonly agentStatuses: KeptReading<readonly KnownAgentStatus[]>
  readonly securityProfiles: KeptReadings<DescribedProfile>
  readonly predefinedAttributes: KeptReading<readonly PredefinedAttribute[]>
  readonly workspaces: KeptReading<readonly Workspace[]>
}

/** As long as the browser holds an answer for new: two people who work on one case, or back and forth between two pages. */
const USER_KEEP_MS = 15_000
/** Many may watch one person; nobody waits for it, and calls of people at work go first. */
const STATUS_KEEP_MS = 5_000
/** Set up once and then left alone. */
const LIST_KEEP_MS = 60_000
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
      read: async (id, signal) => (await describeAndCorrect(instance, id, { signal })).settings,
    }),
    statuses: new KeptReadings({
      now,
      keepMs: STATUS_KEEP_MS,
      most: MOST_USERS,
      read: (id, signal) => readLiveStatus(instance, id, { signal, priority: 'background' }),
    }),
    agentStatuses: new KeptReading({
      now,
      keepMs: LIST_KEEP_MS,
      read: (signal) => searchAgentStatuses(instance, { signal }),
    }),
    predefinedAttributes: new KeptReading({
      now,
      keepMs: LIST_KEEP_MS,
      read: (signal) => searchPredefinedAttributes(instance, { signal }),
    }),
    workspaces: new KeptReading({
      now,
      keepMs: LIST_KEEP_MS,
      read: (signal) => searchWorkspaces(instance, { signal }),
    }),
    securityProfiles: new KeptReadings({
      now,
      keepMs: PROFILE_KEEP_MS,
      most: MOST_PROFILES,
      read: (id, signal) => describeSecurityProfile(instance, id, { signal }),
    }),
  }
}
