import type { FieldChange, FieldValue, User } from '@patchbay/contract'
import { summaryOf, type UserSettings } from '../../connect/users/user-settings.ts'
import { requireVisible } from '../access/require-person.ts'
import { requireDeletable, requireWritable } from '../access/require-person-write.ts'
import type { Caller } from '../caller.ts'
import { tagStates } from '../writes/plan-tags.ts'
import { differences, type Description, type FieldState, type Subject } from '../writes/write.ts'
import { readUser, userAnswer, type UserReading } from './read-user.ts'

/** A person as the write engine sees them. */
export const userSubject: Subject<UserReading, User> = {
  kind: 'user',
  word: 'person',
  read: readUser,
  states: ({ settings }) => userStates(settings),
  describe: (caller, { settings }) => describeUserFor(caller, settings),
  answer: userAnswer,
  requireVisible: (caller, { settings }) => requireVisible(caller, settings),
  requireWritable: (caller, { settings }, fields) => requireWritable(caller, settings, fields),
  requireDeletable: (caller, { settings }) => requireDeletable(caller, settings),
  remember: ({ instance }, { settings }) => instance.directory.ownUsers.put(summaryOf(settings)),
}

interface WithPerson {
  readonly user: UserReading
  readonly version: string
}

/** Of what is read and compared apart from a person: they decide who may look at it and change it, and how it is described. */
export const decidedByPerson: Pick<
  Subject<WithPerson, object>,
  'describe' | 'requireVisible' | 'requireWritable' | 'requireDeletable'
> = {
  describe: (caller, { user }) => userSubject.describe(caller, user),
  requireVisible: (caller, { user }) => userSubject.requireVisible(caller, user),
  requireWritable: (caller, { user }, fields) => userSubject.requireWritable(caller, user, fields),
  requireDeletable: (caller, { user }) => userSubject.requireDeletable(caller, user),
}

type Described = Pick<UserSettings, 'username' | 'identity' | 'hierarchyGroupId'>

/** What the person is called and where they stand. Names that cannot be read now are left out: they hold up no change. */
export async function describeUserFor({ instance, signal, log }: Caller, settings: Described): Promise<Description> {
  const { firstName, lastName } = settings.identity
  const name = `${firstName} ${lastName} (${settings.username})`.trim()
  try {
    const names = await instance.directory.readNames([], { signal })
    const path = settings.hierarchyGroupId === null ? [] : (names.groupPaths.get(settings.hierarchyGroupId) ?? [])
    const groupNames = [...names.groupPaths.values()].flat().map((group) => [group.id, group.name] as const)
    return {
      name,
      groups: path.map(({ id }) => id),
      names: Object.fromEntries([...names.securityProfiles, ...names.routingProfiles, ...groupNames]),
    }
  } catch (error) {
    log.warn({ err: error }, 'names for the audit trail could not be read')
    return { name, groups: settings.hierarchyGroupId === null ? [] : [settings.hierarchyGroupId], names: {} }
  }
}

/** All that can be changed of a person, flat. Never the password. */
export function userStates(
  settings: Omit<UserSettings, 'id' | 'arn' | 'lastModifiedAt' | 'persistentConnection'>,
): FieldState[] {
  const { username, directoryUserId, identity, phone, routingProfileId, hierarchyGroupId } = settings
  const { securityProfileIds, tags, channels } = settings
  const whole = { username, directoryUserId, ...identity, ...phone, routingProfileId, hierarchyGroupId }
  return [
    ...wholeFields(whole),
    { field: 'securityProfileIds', key: null, value: [...securityProfileIds].sort() },
    ...tagStates(tags),
    ...channelStates(channels),
  ]
}

export function channelStates(channels: UserSettings['channels']): FieldState[] {
  return channels.flatMap(({ channel, ...values }) =>
    Object.entries(values).map(([setting, value]) => ({ field: 'channels', key: `${channel}.${setting}`, value })),
  )
}

/** What differs between two states of one settings group. */
export function changedFields<Group extends object>(before: Group, after: Group): FieldChange[] {
  return differences(wholeFields(before), wholeFields(after))
}

function wholeFields(group: object): FieldState[] {
  return Object.entries(group).map(([field, value]) => ({ field, key: null, value: value as FieldValue }))
}
