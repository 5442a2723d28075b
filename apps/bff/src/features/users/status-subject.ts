import type { LiveStatus } from '@patchbay/contract'
import { readLiveStatus } from '../../connect/users/live-status.ts'
import { versionOf } from '../../connect/version.ts'
import { forbid } from '../access/require-person.ts'
import type { Caller } from '../caller.ts'
import type { Subject } from '../writes/write.ts'
import { readUser, type UserReading } from './read-user.ts'
import { decidedByPerson, userSubject } from './user-subject.ts'

/** What somebody does at the moment, with the person, who decides who may look at it and set it. */
export interface StatusReading {
  readonly user: UserReading
  readonly status: LiveStatus['status']
  readonly version: string
  readonly asOf: Date
}

/** The status of a person as the write engine sees it: read and compared apart from the rest. */
export const statusSubject: Subject<StatusReading, LiveStatus> = {
  ...decidedByPerson,
  kind: 'user',
  word: 'person’s status',
  read: async (reader, id) => {
    const user = await readUser(reader, id)
    const asOf = reader.now()
    const status = await readLiveStatus(reader.instance, id, { signal: reader.signal })
    return { user, status, version: statusVersion(id, status), asOf }
  },
  states: ({ status }) => [
    { field: 'agentStatus', key: null, value: standing(status) },
    ...(status?.contacts ?? []).map(({ id, state }) => ({ field: 'contacts', key: id, value: state ?? '' })),
  ],
  answer: async (_caller, { user, status, asOf }) => statusAnswer(user.settings.id, status, { asOf, isStale: false }),
  requireVisible: (caller, { user }) => {
    userSubject.requireVisible(caller, user)
    requireWatching(caller, user.settings.hierarchyGroupId)
  },
  remember: ({ instance }, { user, status, asOf }) =>
    instance.readings.statuses.remember(user.settings.id, { value: status, asOf }),
}

/** Looking at somebody's settings is one thing, watching them at work another: it has a right and a scope of its own. */
export function requireWatching({ access }: Caller, groupId: string | null): void {
  if (access.covers('users.status.read', groupId)) return
  throw forbid('Your role shows what people of some hierarchy groups do, and this person is in none of them.')
}

/** Set on a contact, a status follows it, unless the contact has just ended (OTH-03): either way it is the one that somebody set. */
export function standing(status: LiveStatus['status']): string | null {
  return status && (status.next ?? status.name)
}

export function statusAnswer(
  id: string,
  status: LiveStatus['status'],
  { asOf, isStale }: { readonly asOf: Date; readonly isStale: boolean },
): LiveStatus {
  return { id, version: statusVersion(id, status), status, asOf: asOf.toISOString(), isStale }
}

function statusVersion(id: string, status: LiveStatus['status']): string {
  return versionOf({ id, isSignedIn: status !== null, standing: standing(status) })
}
